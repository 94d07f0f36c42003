"""What was called a report is one making of it: the report is what is written and published."""

import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_initial")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(model_name="annualreport", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="annualreport", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="annualreport", name="delete_delete"),
        migrations.RemoveConstraint("annualreport", "one_report_in_the_making_a_year"),
        migrations.RenameModel("AnnualReport", "Making"),
        migrations.RenameModel("AnnualReportEvent", "MakingEvent"),
        migrations.RenameField("making", "year", "period"),
        migrations.RenameField("makingevent", "year", "period"),
        migrations.RenameField("reportfile", "report", "making"),
    ]
