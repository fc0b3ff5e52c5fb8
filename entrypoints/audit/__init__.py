"""The command `barbershop audit`: proofs for auditors."""
