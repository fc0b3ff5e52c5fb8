"""Where the service is entered: settings, container, HTTP, worker and command line."""
