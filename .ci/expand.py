"""Prints a SAM template as the CloudFormation that a deployment would make of it.

cfn-lint treats functions of the SAM form loosely; after the expansion it checks their roles, log
settings and environments too. SAM's own translator does the work, offline:
.tools/venv/bin/python .ci/expand.py template.yaml > expanded.json && cfn-lint expanded.json

Behind the file can be values of parameters, which SAM looks at: TrafficShifting=Canary10Percent15Minutes adds CodeDeploy.
"""

import json
import os
import sys

# The translator asks boto3 for the partition as soon as it is imported.
os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

from samcli.yamlhelper import yaml_parse  # noqa: E402
from samtranslator.translator.transform import transform  # noqa: E402


class ManagedPolicies:
    """The only managed policy that a function's role gets; a deployment would ask IAM for it."""

    def load(self):
        name = "AWSLambdaBasicExecutionRole"
        return {name: f"arn:aws:iam::aws:policy/service-role/{name}"}


def expanded(path, **values):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    for resource in template["Resources"].values():
        # A folder in template.yaml; after `sam package` an address like this one. A release has the zip's.
        if resource["Type"] == "AWS::Serverless::Function" and isinstance(resource["Properties"]["CodeUri"], str):
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    parameters = {"MailFrom": "reviews@example.com", **values}
    return transform(template, parameters, ManagedPolicies())


def main():
    values = dict(one.split("=", 1) for one in sys.argv[2:])
    json.dump(expanded(sys.argv[1], **values), sys.stdout, indent=1)


if __name__ == "__main__":
    main()
