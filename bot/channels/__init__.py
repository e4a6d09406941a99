"""The platforms on which residents write, each behind the same contract: `base.Channel`."""
