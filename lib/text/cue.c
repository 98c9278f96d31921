/* cue.c - words that stand in front of telephone numbers, and of others. */
#include "text/cue.h"
#include "text/find.h"

enum { REACH = 32 };

/* \200 is a letter that is not ASCII. */
static const char *const phones[] = {
	"call", "cel", "cell", "cellphone", "celular", "contact", "contactar",
	"dial", "fax", "handy", "handynummer", "hotline", "landline", "ligar",
	"llamar", "mob", "mobil", "mobile", "mobilnummer", "movil", "m\200vil",
	"ph", "phone", "portable", "puhelin", "reach", "ring", "rufnummer",
	"sms", "tel", "telefon", "telefone", "telefonnummer", "telefono",
	"telefoon", "telefoonnummer", "telephone", "text", "tfno", "tlf",
	"tlfno", "t\200l", "t\200l\200phone", "viber", "whatsapp",
};
static const char *const others[] = {
	"aadhaar", "account", "acct", "amount", "barcode", "bestellnummer",
	"bestellung", "bill", "booking", "card", "case", "charge", "claim",
	"code", "commande", "confirmation", "credit", "customer", "driver",
	"ean", "flight", "iban", "id", "imei", "insurance", "invoice", "isbn",
	"item", "kundennummer", "licence", "license", "member", "membership",
	"model", "order", "parcel", "part", "passport", "pedido", "pin",
	"policy", "postcode", "product", "rechnung", "ref", "reference",
	"reservation", "security", "sendungsnummer", "serial", "session",
	"shipment", "sku", "social", "tax", "ticket", "tracking",
	"transaction", "tx", "upc", "version", "voucher", "zip",
};
static const char *const owners[] = {
	"her", "his", "mi", "mijn", "min", "mine", "minha", "mon", "my", "our",
	"their",
};
static const char *const numbers[] = {
	"no", "nr", "num", "number", "numero", "nummer", "n\200mero",
};

#define SAYS(word, list) fb_in_list((word), (list), sizeof (list) / sizeof *(list))

enum fb_cue
fb_cue_before(const struct fb_shade *s, size_t i)
{
	size_t floor = i > REACH ? i - REACH : 0;
	bool number = false;
	fb_str word;

	if (i && s->p[i - 1] == '#')
		return FB_CUE_OTHER;
	while ((word = fb_word_before(s, &i, floor)).n) {
		if (SAYS(word, phones))
			return FB_CUE_PHONE;
		if (SAYS(word, others))
			return FB_CUE_OTHER;
		if (number && SAYS(word, owners))
			return FB_CUE_PHONE;
		number |= SAYS(word, numbers);
	}
	return FB_CUE_NONE;
}

bool
fb_cue_behind(const struct fb_shade *s, size_t i)
{
	static const char *const words[] = {
		"cell", "fax", "home", "mobil", "mobile", "office", "phone", "tel",
		"work",
	};
	size_t end;

	if (s->p[i] == ' ')
		i++;
	if (s->p[i] != '-' && s->p[i] != '(')
		return false;
	for (end = ++i; fb_is_letter(s->p[end]); )
		end++;
	return fb_in_list((fb_str){ (const char *)s->p + i, end - i }, words,
	    sizeof words / sizeof *words);
}
