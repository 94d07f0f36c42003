from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0008_drafts_of_each_kind")]

    operations = [
        migrations.AddIndex(
            model_name="recipient",
            index=models.Index(
                condition=models.Q(
                    ("sent_on__isnull", True), models.Q(("what", "nothing"), _negated=True)
                ),
                fields=["record"],
                name="copies_to_send",
            ),
        ),
    ]
