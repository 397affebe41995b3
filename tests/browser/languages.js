//! The languages of customers' pages and emails.

import { readdirSync } from "node:fs";

/** Their tags: each has a file of texts. */
export const LANGUAGES = readdirSync(new URL("../../shared/texts/languages", import.meta.url)).map((file) => file.split(".")[0]);
