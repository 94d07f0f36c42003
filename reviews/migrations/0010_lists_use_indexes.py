from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0009_copies_to_send")]

    operations = [
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                condition=models.Q(("outcome", "")), fields=["review"], name="decisions_to_be_done"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("kind", "weekly_digest")),
                fields=["due_on"],
                name="weekly_digests",
            ),
        ),
        migrations.AddIndex(
            model_name="outcomeform",
            index=models.Index(fields=["due_at"], name="outcome_forms_by_day"),
        ),
        migrations.AddIndex(
            model_name="outcomeform",
            index=models.Index(
                condition=models.Q(("permanence_plan", "none_yet")),
                fields=["review"],
                name="no_permanence_plan",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                condition=models.Q(
                    ("held_on__isnull", False),
                    ("participation_code", ""),
                    ("struck_on__isnull", True),
                ),
                fields=["held_on"],
                name="participation_not_recorded",
            ),
        ),
    ]
