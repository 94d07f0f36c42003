from django.db import migrations, models


def tell_records_apart(apps, schema_editor):
    """Only a record's page sends its discussion."""
    drafts = apps.get_model("reviews", "Draft").objects
    drafts.filter(answers__has_key="discussion").update(kind="record")


class Migration(migrations.Migration):
    dependencies = [("reviews", "0007_words_that_open_a_childs_page")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="kind",
            field=models.CharField(
                choices=[("form", "Outcome form"), ("record", "Record of discussion")],
                default="form",
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint(model_name="draft", name="one_draft_a_person_a_review"),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                fields=("review", "kind", "by"), name="one_draft_of_each_kind_a_person"
            ),
        ),
        migrations.RunPython(tell_records_apart, migrations.RunPython.noop),
    ]
