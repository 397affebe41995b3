//! A `bootstrap` that runs as its own process.

use std::{
    path::Path,
    process::{Child, Command},
};

use anyhow::Context;
use small_aws::{CREDENTIALS, REGION, SESSION_TOKEN, access_key};

use super::RuntimeApi;
use crate::template::limits;

/// Lambda's default memory in MiB, for a binary that is not a function in `template.yaml`.
const MEMORY_MIB: u64 = 128;

/// A running `bootstrap`. Dropping this value kills it.
#[derive(Debug)]
pub struct Function(Child);

impl Function {
    /// Starts `binary` with only the environment variables that Lambda sets, and `env`.
    /// Errors: The file cannot be executed.
    pub fn spawn(
        binary: &Path,
        env: impl IntoIterator<Item = (String, String)>,
        api: &RuntimeApi,
    ) -> anyhow::Result<Self> {
        Self::start(Command::new(binary), binary, env, api)
            .with_context(|| format!("cannot start {}", binary.display()))
    }

    /// As [`Function::spawn`], through a command that runs `binary` in the end: a profiler, or a shell.
    /// Errors: The command cannot be executed.
    pub fn start(
        mut command: Command,
        binary: &Path,
        env: impl IntoIterator<Item = (String, String)>,
        api: &RuntimeApi,
    ) -> anyhow::Result<Self> {
        let name = binary.file_stem().unwrap_or_default();
        let memory_mib = limits(&name.to_string_lossy()).map_or(MEMORY_MIB, |limits| limits.memory_mib);
        let child = command
            .env_clear()
            .env("AWS_LAMBDA_RUNTIME_API", api.address().to_string())
            .env("AWS_LAMBDA_FUNCTION_NAME", name)
            .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", memory_mib.to_string())
            .env("AWS_REGION", REGION)
            .env("AWS_DEFAULT_REGION", REGION)
            .env("AWS_ACCESS_KEY_ID", access_key(&name.to_string_lossy()))
            .env("AWS_SECRET_ACCESS_KEY", CREDENTIALS.1)
            .env("AWS_SESSION_TOKEN", SESSION_TOKEN)
            .envs(env)
            .spawn()?;
        Ok(Self(child))
    }

    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Waits until the process ends by itself or by a signal.
    /// Errors: The process cannot be waited for.
    pub fn wait(mut self) -> anyhow::Result<()> {
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        // Both fail only if the process has already ended and was waited for.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
