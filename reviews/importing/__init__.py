"""Imports of every kind: asked for on a page, carried out by a worker, told of afterwards."""
