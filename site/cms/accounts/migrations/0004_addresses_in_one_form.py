"""Addresses of accounts and invitations in the form in which they are compared from now on.

Nobody is merged with anybody. Where two accounts turn out to be of one mailbox, the confirmed one keeps it, else the older one;
the other is kept whole under an address that no mail reaches, and is named in the output (docs/operations.md says what to do).
"""

from django.db import migrations

from cms.text.addresses import canonical_address

PARKED = "{}@dubblett.invalid"


def bring_into_one_form(apps, schema_editor):
    for account in _misspelt(apps.get_model("cms_accounts", "User"), "email"):
        _settle(apps, account)
    EmailAddress = apps.get_model("account", "EmailAddress")
    for row in _misspelt(EmailAddress, "email"):
        others = EmailAddress.objects.exclude(pk=row.pk).filter(email=canonical_address(row.email))
        if not others.filter(user_id=row.user_id).exists() and not (row.verified and others.filter(verified=True).exists()):
            EmailAddress.objects.filter(pk=row.pk).update(email=canonical_address(row.email))
    Invitation = apps.get_model("cms_accounts", "Invitation")
    for row in _misspelt(Invitation, "address"):
        if not Invitation.objects.filter(address=canonical_address(row.address), accepted_at=None).exists():
            Invitation.objects.filter(pk=row.pk).update(address=canonical_address(row.address))


def _misspelt(model, field):
    """Rows whose address has another form, in the order in which they came."""
    return [row for row in model.objects.order_by("pk") if getattr(row, field) and getattr(row, field) != canonical_address(getattr(row, field))]


def _settle(apps, account):
    """Give an account its address in one form, or park the one of two that has the lesser claim to it."""
    User, EmailAddress = apps.get_model("cms_accounts", "User"), apps.get_model("account", "EmailAddress")
    address = canonical_address(account.email)
    rival = User.objects.exclude(pk=account.pk).filter(email=address).first()
    confirmed = {pk: EmailAddress.objects.filter(user_id=pk, verified=True).exists() for pk in (account.pk, rival.pk if rival else None)}
    if rival is not None:
        loser = min((account, rival), key=lambda one: (confirmed[one.pk], -one.pk))
        print(f"\n  Two accounts of one mailbox: number {loser.pk} is kept as {PARKED.format(loser.pk)}.", end="")  # noqa: T201
        User.objects.filter(pk=loser.pk).update(email=PARKED.format(loser.pk))
        EmailAddress.objects.filter(user_id=loser.pk).delete()
        if loser.pk == account.pk:
            return
    User.objects.filter(pk=account.pk).update(email=address)


class Migration(migrations.Migration):
    dependencies = [("cms_accounts", "0003_erasure"), ("account", "0009_emailaddress_unique_primary_email")]

    operations = [migrations.RunPython(bring_into_one_form, migrations.RunPython.noop)]
