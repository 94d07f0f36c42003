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
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("review_to_book", "Review to be booked"),
                    ("review_due", "Review due"),
                    ("review_overdue", "Review overdue"),
                    ("outcome_form_due", "Outcome form due"),
                    ("outcome_form_overdue", "Outcome form overdue"),
                    ("record_reminder", "Record, first reminder"),
                    ("record_due", "Record due"),
                    ("record_overdue", "Record overdue"),
                    ("decisions_to_send", "Decisions to be sent to the team manager"),
                    ("decisions_to_answer", "Decisions to be answered"),
                    ("midway_due", "Midway check due"),
                    ("midway_overdue", "Midway check overdue"),
                    ("report_missing", "Social worker's report not received"),
                    ("childs_page_unopened", "Child's page not opened"),
                    ("escalated", "Still overdue, to the practice manager"),
                    ("weekly_digest", "The week"),
                ],
                max_length=30,
            ),
        ),
    ]
