"""Disputes: how many, about what, how far they went, how long they took and how they ended."""

from reporting.figures.disputes.block import disputes
from reporting.figures.disputes.definitions import DEFINITIONS

__all__ = ["DEFINITIONS", "disputes"]
