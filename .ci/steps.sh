# What .ci/run and .ci/nightly have in common. Sourced, not run.

export SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=eu-central-1
# A test fails if its tool is missing. `cargo test` alone skips such tests.
export AFTERWORD_NOTHING_LEFT_OUT=1
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

step() {
  printf '\n== %s (%d s)\n' "$1" "$SECONDS"
}

# One compilation for lints, tests and binaries: `cargo clippy` would only check the dependencies, and the tests would
# compile them again. A later command with other flags would compile everything again.
#
# Incremental compilation would take 145 seconds of a core more, and nothing is compiled a second time.
compile() {
  export CARGO_INCREMENTAL=0
  export RUSTC_WORKSPACE_WRAPPER=clippy-driver RUSTFLAGS="-D warnings"
  cargo build --locked --workspace --all-targets
}

# Runs the tests, with more arguments for cargo, for at most so many minutes. Then it ends them and names the tests that are
# still running, from libtest's reports about tests that take more than a minute.
run_tests() {
  local minutes=$1 log=$temporary/tests status=0
  shift
  timeout "${minutes}m" cargo test --locked --no-fail-fast "$@" 2>&1 | tee "$log" || status=$?
  if ((status == 124)); then
    awk -v minutes="$minutes" '/^test .* has been running/ { slow[$2] } /^test .* \.\.\. / { delete slow[$2] }
      END { for (name in slow) print "after " minutes " minutes, this test had not ended: " name }' "$log" >&2
  fi
  return "$status"
}
