"""Measurements that a person starts by hand: times and memory on made-up data."""
