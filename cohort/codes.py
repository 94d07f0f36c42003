"""The codes of DfE's SSDA903 return, as it writes them and in words."""

from django.db.models import TextChoices


class Sex(TextChoices):
    """SEX: 1 and 2 up to 2023/24, M, F and U from 2024/25."""

    MALE = "M", "Male"
    FEMALE = "F", "Female"
    UNKNOWN = "U", "Not known"


class Ethnicity(TextChoices):
    """ETHNIC: the same twenty codes in every year."""

    WBRI = "WBRI", "White British"
    WIRI = "WIRI", "White Irish"
    WIRT = "WIRT", "Traveller of Irish heritage"
    WOTH = "WOTH", "Any other White background"
    WROM = "WROM", "Gypsy or Roma"
    MWBC = "MWBC", "White and Black Caribbean"
    MWBA = "MWBA", "White and Black African"
    MWAS = "MWAS", "White and Asian"
    MOTH = "MOTH", "Any other mixed background"
    AIND = "AIND", "Indian"
    APKN = "APKN", "Pakistani"
    ABAN = "ABAN", "Bangladeshi"
    AOTH = "AOTH", "Any other Asian background"
    BCRB = "BCRB", "Caribbean"
    BAFR = "BAFR", "African"
    BOTH = "BOTH", "Any other Black background"
    CHNE = "CHNE", "Chinese"
    OOTH = "OOTH", "Any other ethnic group"
    REFU = "REFU", "Refused"
    NOBT = "NOBT", "Not yet obtained"


class LegalStatus(TextChoices):
    """LS: the legal status of an episode."""

    C1 = "C1", "Interim care order"
    C2 = "C2", "Full care order"
    D1 = "D1", "Freeing order"
    E1 = "E1", "Placement order"
    V2 = "V2", "Single period under section 20"
    V3 = "V3", "Short breaks, as a series"
    V4 = "V4", "Short breaks, agreed individually"
    L1 = "L1", "Police protection"
    L2 = "L2", "Emergency protection order"
    L3 = "L3", "Child assessment order"
    J1 = "J1", "Remanded"
    J2 = "J2", "Police and Criminal Evidence Act"
    J3 = "J3", "Sentenced, with a residence requirement"


SHORT_BREAKS = (LegalStatus.V3, LegalStatus.V4)


class Need(TextChoices):
    """CIN: the category of need."""

    N1 = "N1", "Abuse or neglect"
    N2 = "N2", "Child's disability"
    N3 = "N3", "Parent's illness or disability"
    N4 = "N4", "Family in acute stress"
    N5 = "N5", "Family dysfunction"
    N6 = "N6", "Socially unacceptable behaviour"
    N7 = "N7", "Low income"
    N8 = "N8", "Absent parenting"


class Placement(TextChoices):
    """PLACE: where the child lives. H5 and P2 end and K3 begins in 2024/25; Z11-Z14 in 2025/26."""

    A3 = "A3", "Placed for adoption with consent, with current foster carer"
    A4 = "A4", "Placed for adoption with consent, not with current foster carer"
    A5 = "A5", "Placed for adoption with placement order, with current foster carer"
    A6 = "A6", "Placed for adoption with placement order, not with current foster carer"
    H5 = "H5", "Semi-independent living not subject to children's homes regulations"
    K1 = "K1", "Secure children's home"
    K2 = "K2", "Children's home"
    K3 = "K3", "Supported accommodation"
    P1 = "P1", "With parents or another person with parental responsibility"
    P2 = "P2", "Independent living"
    P3 = "P3", "Residential employment"
    R1 = "R1", "Residential care home"
    R2 = "R2", "National Health Service or other health establishment"
    R3 = "R3", "Family centre or mother and baby unit"
    R5 = "R5", "Young offender institution"
    S1 = "S1", "Residential school"
    T0 = "T0", "Temporary: all types"
    T1 = "T1", "Temporary: hospital stay"
    T2 = "T2", "Temporary: holiday"
    T3 = "T3", "Temporary: with another carer, usual foster carer on holiday"
    T4 = "T4", "Temporary: while usual carer is away"
    U1 = "U1", "Foster placement with relative or friend, long term"
    U2 = "U2", "Foster placement with relative or friend, also approved adopter"
    U3 = "U3", "Foster placement with relative or friend, not long term"
    U4 = "U4", "Foster placement with other carer, long term"
    U5 = "U5", "Foster placement with other carer, also approved adopter"
    U6 = "U6", "Foster placement with other carer, not long term"
    Z1 = "Z1", "Other placement"
    Z11 = "Z11", "Other placement: not registered, in the area"
    Z12 = "Z12", "Other placement: not registered, out of the area"
    Z13 = "Z13", "Other placement: exempt from registration"
    Z14 = "Z14", "Other placement: any other"


PLACED_FOR_ADOPTION = (Placement.A3, Placement.A4, Placement.A5, Placement.A6)


class Provider(TextChoices):
    """PLACE_PROVIDER: who provides the placement."""

    PR0 = "PR0", "Parents or other person with parental responsibility"
    PR1 = "PR1", "Own provision"
    PR2 = "PR2", "Other local authority"
    PR3 = "PR3", "Other public provision"
    PR4 = "PR4", "Private provision"
    PR5 = "PR5", "Voluntary or third sector provision"


class ReasonNew(TextChoices):
    """RNE: the reason for a new episode; S starts a period of care."""

    S = "S", "Started to be looked after"
    L = "L", "Change of legal status only"
    P = "P", "Change of placement and carer only"
    T = "T", "Change of placement, same carer"
    B = "B", "Change of legal status, placement and carer"
    U = "U", "Change of legal status and placement, same carer"


class ReasonEnded(TextChoices):
    """REC: the reason an episode ended; any but X1 ends the period of care."""

    X1 = "X1", "Episode ends, next one begins"
    E11 = "E11", "Adopted, application unopposed"
    E12 = "E12", "Adopted, consent dispensed with"
    E2 = "E2", "Died"
    E3 = "E3", "Care taken over by another authority"
    E4A = "E4a", "Returned home, planned"
    E4B = "E4b", "Returned home, unplanned"
    E13 = "E13", "Left care to live elsewhere"
    E14 = "E14", "Accommodation on remand ended"
    E15 = "E15", "Age assessment found the person to be 18 or over"
    E16 = "E16", "Child moved abroad"
    E17 = "E17", "Aged 18 and remained with current carers"
    E41 = "E41", "Residence order granted"
    E45 = "E45", "Special guardianship order to former foster carer, relative or friend"
    E46 = "E46", "Special guardianship order to former foster carer"
    E47 = "E47", "Special guardianship order to carer other than former foster carer"
    E48 = "E48", "Special guardianship order to other person"
    E5 = "E5", "Moved into independent living, supportive accommodation"
    E6 = "E6", "Moved into independent living, no formal support"
    E7 = "E7", "Transferred to residential care funded by adult services"
    E8 = "E8", "Ceased for any other reason"
    E9 = "E9", "Sentenced to custody"


class ReasonPlaceChange(TextChoices):
    """REASON_PLACE_CHANGE: why the placement of an episode that ended did."""

    CARPL = "CARPL", "The care plan was changed or carried out"
    CLOSE = "CLOSE", "The provision closed or the carer resigned"
    ALLEG = "ALLEG", "An allegation (section 47)"
    STAND = "STAND", "A concern about the standard of care"
    APPRR = "APPRR", "The carer's approval was removed"
    CREQB = "CREQB", "The carer asked for it, because of the child's behaviour"
    CREQO = "CREQO", "The carer asked for it, for another reason"
    CHILD = "CHILD", "The child asked for it"
    LAREQ = "LAREQ", "The council, or that of the area, asked for it"
    PLACE = "PLACE", "Only the kind of placement changed"
    CUSTOD = "CUSTOD", "Custody"
    OTHER = "OTHER", "Another reason"


class PermanenceBefore(TextChoices):
    """PREV_PERM: how the child last left care for good, in any council."""

    P0 = "P0", "None"
    P1 = "P1", "Adopted"
    P2 = "P2", "Special guardianship order"
    P3 = "P3", "Residence order or child arrangements order"
    P4 = "P4", "Not known"
    Z1 = "Z1", "Not yet found out"


class StatusBefore(TextChoices):
    """Status before coming into care: this service's own, not in the return."""

    CP = "CP", "Child protection plan"
    CIN = "CIN", "Child in need"
    NONE = "NONE", "None"
