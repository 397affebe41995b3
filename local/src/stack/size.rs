//! The number of the stack's resources after SAM's expansion, as CloudFormation counts them.

use std::fmt;

use anyhow::ensure;

use super::Node;

/// The maximum number of resources in either mode. CloudFormation's limit is 500
/// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>); the rest is for an
/// operator's own resources.
const RESOURCES_MAX: usize = 360;
/// The number of resources that SAM makes for a function: itself, its role, its version and its alias.
const OF_FUNCTION: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// With `TrafficShifting` at `AllAtOnce`.
    pub all_at_once: usize,
    /// With gradual deployments: CodeDeploy's application, and a deployment group for each function that has them.
    pub in_steps: usize,
}

impl Size {
    pub(super) fn of(template: &Node) -> anyhow::Result<Self> {
        let resources = template.need("Resources")?.entries();
        let mut size = Self { all_at_once: resources.len(), in_steps: resources.len() + 1 };
        for (_, resource) in resources {
            if resource.need("Type")?.text()? != "AWS::Serverless::Function" {
                continue;
            }
            let own_steps = resource.need("Properties")?.get("DeploymentPreference");
            size.all_at_once += OF_FUNCTION - 1;
            size.in_steps += OF_FUNCTION - 1 + usize::from(own_steps.is_none());
        }
        Ok(size)
    }

    /// Errors: If the stack has more resources than are allowed.
    pub(super) fn check(self) -> anyhow::Result<()> {
        let most = self.all_at_once.max(self.in_steps);
        ensure!(most <= RESOURCES_MAX, "the stack would have {most} resources, and {RESOURCES_MAX} are allowed");
        Ok(())
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { all_at_once, in_steps } = self;
        write!(f, "{all_at_once} resources, {in_steps} with steps; {RESOURCES_MAX} are allowed")
    }
}
