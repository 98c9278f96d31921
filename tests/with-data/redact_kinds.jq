# The corpora name every country's number; here those of persons are one kind.
def kind:
  {CARD: "CREDIT_CARD", SSN: "US_SSN", HANDLE: "TWITTER", NAME: "PERSON"}[.] //
  (if test("^(AU_ABN|CA_SIN|DE_HEALTH_INSURANCE|DE_SOCIAL_SECURITY|DE_TAX_ID|ES_NIE|ES_NIF|FI_PERSONAL_IDENTITY_CODE|IN_AADHAAR|IN_GSTIN|IN_PAN|KR_FRN|KR_RRN|PL_PESEL|SE_PERSONNUMMER|TH_TNIN|TR_NATIONAL_ID|UK_DRIVING_LICENCE|UK_NHS|UK_NINO|UK_TRN|US_ITIN|US_MBI|ZA_ID_NUMBER)$")
   then "ID" else . end);
if .spans then .spans[].type |= kind else . end
