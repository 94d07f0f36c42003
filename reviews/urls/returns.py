"""Returns brought in, and what came of any import."""

from django.urls import path

from reviews.views.returns import (
    import_carry_out,
    import_rejects,
    import_run,
    import_state,
    return_import,
    returns,
)

urlpatterns = [
    path("returns/", returns, name="returns"),
    path("returns/import/", return_import, name="return_import"),
    path("imports/<int:pk>/", import_run, name="import_run"),
    path("imports/<int:pk>/state/", import_state, name="import_state"),
    path("imports/<int:pk>/rejects.csv", import_rejects, name="import_rejects"),
    path("imports/<int:pk>/carry-out/", import_carry_out, name="import_carry_out"),
]
