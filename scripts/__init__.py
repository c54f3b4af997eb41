"""Chores around the dashboard, one per module."""
