"""How what somebody has brought becomes what residents are answered from."""
