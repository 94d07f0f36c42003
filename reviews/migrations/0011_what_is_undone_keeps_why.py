from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0010_lists_use_indexes")]

    operations = [
        migrations.AlterField(
            model_name="planchange",
            name="kind",
            field=models.CharField(
                choices=[
                    ("booked", "Booked"),
                    ("rebooked", "Booked anew"),
                    ("brought_forward", "Brought forward"),
                    ("adjourned", "Adjourned"),
                    ("cancelled", "Cancelled"),
                    ("replanned", "Planned anew: the child's circumstances changed"),
                    ("holiday", "Moved by a proclaimed bank holiday"),
                    ("struck", "Recorded in error"),
                    ("strike_declined", "Said to be recorded in error, and stands"),
                    ("part_taken_out", "A part entered by mistake was taken out"),
                ],
                max_length=20,
            ),
        ),
    ]
