//! Which installation the command line is about.

/// The installation
#[derive(clap::Args)]
pub struct Target {
    /// Name of the CloudFormation stack
    #[arg(long, global = true, env = "AFTERWORD_STACK", default_value = "afterword")]
    pub stack: String,
    /// Region of the stack; else AWS_REGION, or that of the profile
    #[arg(long, global = true)]
    pub region: Option<String>,
    /// Profile of the AWS configuration; else AWS_PROFILE
    #[arg(long, global = true)]
    pub profile: Option<String>,
    /// Address that answers instead of AWS, such as `http://127.0.0.1:3000` for `cargo dev`
    #[arg(long, global = true, env = "AWS_ENDPOINT_URL")]
    pub endpoint: Option<String>,
}
