"""Speed and memory, as figures and as ratios within one run. Nothing here is a test."""
