"""The WhatsApp Cloud API: what comes in over the webhook, and what goes out."""
