"""ministack with CodeDeploy, which ministack lacks. This program adds what is missing in ministack's own process, then
starts it.

    .tools/ministack/bin/python3 .ci/ministack/shifting.py

ministack itself has versions and aliases, alarms with their periods and thresholds, the update of a stack, what
CloudFormation does when a resource fails, and each call of a function. This program imitates, as AWS documents it:

- an alias with weights: each call goes to one of its two versions, by chance;
- API Gateway's metric `5xx`, with a point for each call;
- metric filters, which ministack stores but does not apply: a point for each log line of a function that has the
  pattern's field;
- parameters in SAM's transform, where ministack uses the defaults instead of the given values;
- `AWS::CodeDeploy::*`, and an alias with `UpdatePolicy: CodeDeployLambdaAliasUpdate`: the alias gets the weights of a
  canary. If an alarm of the deployment group is on or goes off, the alias returns to the previous version, and its
  update fails.

Two things differ from AWS. A canary's minute takes MINUTE_S seconds, and alarms end before the next update begins. And
ministack moves one alias after another, where CodeDeploy moves all at the same time.
"""

import contextvars
import json
import random
import re
import sys
import time

from ministack.app import main
from ministack.services import apigateway, cloudwatch, cloudwatch_logs, lambda_svc
from ministack.services.cloudformation import _stacks, changesets, engine, provisioners, stacks
from samtranslator.translator import transform

# Of canaries. The canaries of .ci/deploy all end by an alarm, most of them within thirty seconds, so a long minute costs
# no time. With a short one, chance decides: a version that gets a tenth of the emails needs 14 to 30 s for the eleven
# refusals of RefusedMessagesAlarm.
MINUTE_S = 10
# In seconds. AWS does not document how often CodeDeploy looks at the alarms.
LOOK_S = 0.2
ALIAS = "AWS::Lambda::Alias"
# The templates of updates in progress, by stack. They show whether a change is a rollback, in which aliases move at once.
updates = {}
parameters = contextvars.ContextVar("parameters", default={})


def one_version(original):
    """Lets each call of an alias with weights go to one of its versions."""
    def record(function, qualifier):
        alias = (function or {}).get("aliases", {}).get(qualifier) or {}
        for version, weight in (alias.get("RoutingConfig") or {}).get("AdditionalVersionWeights", {}).items():
            if random.random() < weight:
                return original(function, version)
        return original(function, qualifier)
    return record


def counting(original):
    """Counts each call of an API in the metrics."""
    async def call(integration, api, *arguments, **options):
        answer = await original(integration, api, *arguments, **options)
        cloudwatch.record_metric("AWS/ApiGateway", "5xx", int(answer[0] >= 500), "Count", {"ApiId": api})
        return answer
    return call


def filtering(original):
    """Applies a log group's metric filters to the group's lines."""
    def pass_on(group, stream, events):
        original(group, stream, events)
        lines = [json.loads(event["message"]) for event in events if event["message"].startswith("{")]
        # The API's access log, which no function writes, has a filter with another pattern.
        filters = [one for one in cloudwatch_logs._metric_filters.values() if one["logGroupName"] == group]
        for one in filters:
            [field] = re.fullmatch(r"\{ \$\.(\w+) = \* \}", one["filterPattern"]).groups()
            for metric in one["metricTransformations"]:
                for line in lines:
                    if field in line:
                        value = metric["metricValue"]
                        value = line[value.removeprefix("$.")] if value.startswith("$.") else value
                        cloudwatch.record_metric(metric["metricNamespace"], metric["metricName"], float(value))
    return pass_on


def with_parameters(original):
    """Gives SAM's transform the parameter values of the change set."""
    def apply(template, provided=None, previous=None):
        parameters.set(engine._transform_parameters(template, provided, previous))
        return original(template, provided, previous)
    return apply


def resolving(original):
    def expand(template, _, policies, *arguments, **options):
        return original(template, parameters.get(), policies, *arguments, **options)
    return expand


def begun(original):
    """Remembers the template to which a stack is updated, and ends the alarms."""
    async def deploy(name, stack_id, template, *arguments, **options):
        updates[name] = template
        cloudwatch._metrics.clear()
        for alarm in cloudwatch._alarms.values():
            alarm["StateValue"] = "OK"
        try:
            await original(name, stack_id, template, *arguments, **options)
        finally:
            updates.pop(name, None)
    return deploy


def taken_back(original):
    async def roll_back(name, *arguments, **options):
        updates.pop(name, None)
        await original(name, *arguments, **options)
    return roll_back


def group_of(stack, alias):
    """For an alias that CodeDeploy moves: the alarms' names and the configuration of its deployment group."""
    resources = updates.get(stack, {}).get("Resources", {})
    policy = resources.get(alias, {}).get("UpdatePolicy", {}).get("CodeDeployLambdaAliasUpdate")
    if not policy:
        return None
    group = resources[policy["DeploymentGroupName"]["Ref"]]["Properties"]
    there = _stacks[stack]["_resources"]
    alarms = [there[alarm["Name"]["Ref"]]["PhysicalResourceId"] for alarm in group["AlarmConfiguration"]["Alarms"]]
    return alarms, group["DeploymentConfigName"]["Fn::Sub"][1]["ConfigName"]


def look(alarms):
    """Fails if an alarm is on."""
    cloudwatch._evaluate_all_alarms()
    on = [name for name in alarms if cloudwatch._alarms[name]["StateValue"] == "ALARM"]
    if on:
        raise ValueError(f"CodeDeploy stopped the deployment, and took it back, because alarms are on: {', '.join(on)}")


def in_steps(original):
    """Updates an alias, in steps if it belongs to a deployment group."""
    def update(physical_id, before, after, stack, alias=None):
        group = group_of(stack, alias)
        if not group or before["FunctionVersion"] == after["FunctionVersion"]:
            return original(physical_id, before, after, stack, alias)
        alarms, configuration = group
        name = physical_id.split(":")[-2]

        def lead(version, other=None):
            routing = {"AdditionalVersionWeights": other or {}}
            status, _, body = lambda_svc._update_alias(name, after["Name"], {"FunctionVersion": version, "RoutingConfig": routing})
            if status >= 400:
                raise ValueError(f"CodeDeploy cannot move {physical_id}: {body!r}")

        try:
            look(alarms)
            share, minutes = map(int, re.search(r"Canary(\d+)Percent(\d+)Minutes", configuration).groups())
            lead(before["FunctionVersion"], {after["FunctionVersion"]: share / 100})
            over = time.monotonic() + minutes * MINUTE_S
            while time.monotonic() < over:
                look(alarms)
                time.sleep(LOOK_S)
        except ValueError:
            lead(before["FunctionVersion"])
            raise
        lead(after["FunctionVersion"])
        return original(physical_id, before, after, stack, alias)
    return update


def named():
    """A resource that consists of only its name."""
    def create(logical_id, _, stack):
        return f"{stack}-{logical_id}", {}
    return {
        "create": create,
        "update": lambda physical_id, *_: (physical_id, {}),
        "delete": lambda *_: None,
    }


def add():
    lambda_svc._effective_func_record_for_qualifier = one_version(lambda_svc._effective_func_record_for_qualifier)
    apigateway._invoke_lambda_proxy = counting(apigateway._invoke_lambda_proxy)
    cloudwatch_logs._fanout_to_subscription_filters = filtering(cloudwatch_logs._fanout_to_subscription_filters)
    changesets._apply_transforms = with_parameters(changesets._apply_transforms)
    transform.transform = resolving(transform.transform)
    changesets._deploy_stack_async = begun(changesets._deploy_stack_async)
    stacks._roll_back_operation = taken_back(stacks._roll_back_operation)
    handlers = provisioners._RESOURCE_HANDLERS
    handlers[ALIAS]["update"] = in_steps(handlers[ALIAS]["update"])
    for kind in ("AWS::CodeDeploy::Application", "AWS::CodeDeploy::DeploymentGroup"):
        handlers[kind] = named()
    # In a thread, because an update waits, and calls must be served meanwhile.
    runs_on_worker_thread = stacks._runs_on_worker_thread
    stacks._runs_on_worker_thread = lambda kind: kind == ALIAS or runs_on_worker_thread(kind)


if __name__ == "__main__":
    add()
    sys.exit(main())
