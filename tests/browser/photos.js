//! Photos like a phone's.

/** A JPEG of this size, painted by the page's browser. */
export async function jpeg(page, width, height) {
  const address = await page.evaluate(([width, height]) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const paper = canvas.getContext("2d");
    paper.fillStyle = "#b35a1e";
    paper.fillRect(0, 0, width, height / 2);
    return canvas.toDataURL("image/jpeg");
  }, [width, height]);
  return Buffer.from(address.split(",")[1], "base64");
}

/** The same, stored sideways with metadata that turns it to the right. */
export async function sideways(page, width, height) {
  const plain = await jpeg(page, width, height);
  const orientation = "4d4d002a00000008" + "0001" + "0112000300000001" + "00060000" + "00000000";
  const exif = Buffer.concat([Buffer.from("Exif\0\0"), Buffer.from(orientation, "hex")]);
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([plain.subarray(0, 2), marker, exif, plain.subarray(2)]);
}

/** A file in a picker. */
export const file = (name, buffer) => ({ name, mimeType: "image/jpeg", buffer });

/** Presses a card's button, and chooses files in the picker that it opens. */
export async function pick(page, item, ...files) {
  const picker = page.waitForEvent("filechooser");
  await page.locator(`#item-${item} [data-add-photo]`).click();
  await (await picker).setFiles(files);
}
