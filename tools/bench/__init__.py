"""Time, memory and smoothness, measured as ratios in one run."""
