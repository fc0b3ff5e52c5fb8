"""The command `barbershop store`: size, backup, restore and retention."""
