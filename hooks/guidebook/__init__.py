"""The guidebook: a pure core that turns Markdown guidance into one checked model.

Imports run one way: model <- parse <- checks and render <- adapters. Only adapters/ and
__main__.py touch MkDocs, the disk, the clock, the log or processes.
"""
