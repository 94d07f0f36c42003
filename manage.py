#!/usr/bin/env python
"""Runs the service's commands, starting the embedded servers where none are given."""

import os
import sys

from iro_service import embedded


def main() -> None:
    """Run one command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "iro_service.settings")
    embedded.ensure_for(sys.argv)
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
