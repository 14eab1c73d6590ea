"""What a ledger answers, shown: one face a module; nothing here asks, prints or decides."""
