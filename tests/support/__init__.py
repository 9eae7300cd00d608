"""What the tests that cross addons share: real servers, a mailbox."""
