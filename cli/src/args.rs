//! Which installation the command line is about.

/// The heading of what every command takes, below the command's own options.
pub const EVERYWHERE: &str = "Options of every command";

/// The installation
#[derive(clap::Args)]
pub struct Target {
    /// Name of the CloudFormation stack
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "AFTERWORD_STACK", default_value = "afterword")]
    pub stack: String,
    /// Region of the stack; else AWS_REGION, or that of the profile
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub region: Option<String>,
    /// Profile of the AWS configuration; else AWS_PROFILE
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub profile: Option<String>,
    /// Address that answers instead of AWS, such as `http://127.0.0.1:3000` for `cargo dev`
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "AWS_ENDPOINT_URL")]
    pub endpoint: Option<String>,
}
