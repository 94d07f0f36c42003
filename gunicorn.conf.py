"""What every start of the web server shares; gunicorn reads this file by itself."""

logger_class = "iro_service.access_log.AccessLog"
