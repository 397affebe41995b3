//! Checks how long the descriptions of versions can become, because they contain values of parameters.

use anyhow::{Context as _, bail, ensure};

use super::{Stack, node::Node};

/// Characters of a version's description: <https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html>.
const DESCRIPTION_CHARS_MAX: usize = 256;
/// The maximum number of characters in AWS' own values. AWS documents no limit, so these are the longest that exist.
const GIVEN: [(&str, usize); 3] = [("AWS::Region", 14), ("AWS::URLSuffix", 16), ("Api", 10)];

impl Stack {
    /// Checks that a description with these values, separated by spaces, is never too long.
    pub(super) fn check_length(&self, values: &Node) -> anyhow::Result<()> {
        let values = values.elements();
        let lengths: Vec<_> = values.iter().map(|value| self.chars_max(value)).collect::<Result<_, _>>()?;
        let chars = lengths.iter().sum::<usize>() + values.len().saturating_sub(1);
        ensure!(
            chars <= DESCRIPTION_CHARS_MAX,
            "the description of its version can have {chars} characters ({lengths:?}), and Lambda takes {DESCRIPTION_CHARS_MAX}"
        );
        Ok(())
    }

    fn chars_max(&self, value: &Node) -> anyhow::Result<usize> {
        let (tag, inner) = match value {
            Node::Text(text) | Node::Plain(text) => return Ok(text.len()),
            Node::Tagged(tag, inner) => (tag.as_str(), &**inner),
            Node::List(_) | Node::Map(_) => bail!("a value of a version's description is no text"),
        };
        match (tag, inner, inner.elements()) {
            ("Ref", Node::Text(name), _) => self.chars_of(name),
            ("Sub", Node::Text(text), _) => {
                let mut parts = text.split("${");
                let mut chars = parts.next().map_or(0, str::len);
                for part in parts {
                    let (name, rest) = part.split_once('}').context("a reference ends with }")?;
                    chars += self.chars_of(name)? + rest.len();
                }
                Ok(chars)
            }
            ("If", _, [_, one, other]) => Ok(self.chars_max(one)?.max(self.chars_max(other)?)),
            // A part of a text is no longer than the text.
            ("Select" | "Split", _, [_, whole]) => self.chars_max(whole),
            _ => bail!("how long !{tag} can be is not known here"),
        }
    }

    /// The maximum number of characters in the value of a name.
    fn chars_of(&self, name: &str) -> anyhow::Result<usize> {
        if let Some((_, chars)) = GIVEN.iter().find(|(given, _)| *given == name) {
            return Ok(*chars);
        }
        let parameter = self.template.need("Parameters")?.need(name)?;
        let number = |bound: &str| parameter.get(bound).map(Node::text).transpose();
        match (number("MaxLength")?, number("MaxValue")?) {
            (Some(chars), _) => Ok(chars.parse()?),
            (None, Some(largest)) => Ok(largest.len()),
            (None, None) => bail!("the parameter {name} has no MaxLength and no MaxValue"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_that_can_be_too_long_is_refused() {
        let mut stack = Stack::read().unwrap();
        stack.template.merge(Node::read("{ Parameters: { MailFrom: { MaxLength: 61 } } }").unwrap());
        let error = format!("{:#}", stack.add_functions(&[]).unwrap_err());
        assert!(error.contains("send-request: the description of its version can have 257 characters"), "{error}");
    }
}
