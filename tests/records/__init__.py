"""The record: finals that were issued, told apart from what somebody made of them."""
