"""The words of a date in Welsh, each beside the English ones that mean the same; soft and nasal forms included.

"Hydref" alone is October, as the report itself prints it; "yr hydref" is autumn.
"""

NAMES = (
    "january|ionawr|ion",
    "february|chwefror|chwef|chw",
    "march|mawrth|fawrth|maw",
    "april|ebrill|ebr",
    "may|mai|fai",
    "june|mehefin|fehefin|meh",
    "july|gorffennaf|orffennaf|ngorffennaf|gorff",
    "august|awst",
    "september|medi|fedi",
    "october|hydref|hyd",
    "november|tachwedd|dachwedd|nhachwedd|tach",
    "december|rhagfyr|ragfyr|rhag",
    "spring|gwanwyn|y gwanwyn|wanwyn",
    "summer|haf|yr haf",
    "autumn|yr hydref|tymor yr hydref",
    "winter|gaeaf|y gaeaf|aeaf",
    *(f"q{n}|ch{n}|ch {n}|chwarter {n}" for n in (1, 2, 3, 4)),
    "q1|chwarter cyntaf",
    "q2|ail chwarter",
    "q3|trydydd chwarter",
    "q4|pedwerydd chwarter",
)
WEEKDAYS = (
    "monday|dydd llun",
    "tuesday|dydd mawrth",
    "wednesday|dydd mercher",
    "thursday|dydd iau",
    "friday|dydd gwener",
    "saturday|dydd sadwrn",
    "sunday|dydd sul",
)
WEEKS = ("week commencing|wythnos yn dechrau", "week ending|wythnos yn diweddu")
PARTS = ("early|dechrau|cynnar|gynnar", "mid|canol|ganol", "late|diwedd|ddiwedd|hwyr")
EDGES = ("by|erbyn|hyd at", "before|cyn", "from|o|ers", "after|ar ol|ar ôl")
ONWARDS = ("onwards|ymlaen",)
UNKNOWN = (
    "tbc|iw gadarnhau|iw gytuno|iw benderfynu|anhysbys",
    "ongoing|parhaus|yn parhau|yn mynd rhagddo",
    "none|amherthnasol|dim",
)
JOINS = ("to|i|hyd", "and|a|ac|neu")
LEAD_INS = ("in|ym|yn|yng|rhwng|tua|blwyddyn|flwyddyn|ariannol|mis|y|yr",)
