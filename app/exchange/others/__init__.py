"""What the readers of other programs' databases share."""
