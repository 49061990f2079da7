/* label_forms: rules about how a label is written: the form of its language and level, its script,
 * that the text does not begin with it again. In: clauses and items. Out: findings. */
#include <string.h>

#include "check/labels.h"

/* The form of a label in a language; NULL when it has it. */
static const char *form_wanted(const char *label, enum language language, bool operative)
{
    bool open = g_str_has_prefix(label, "(") || g_str_has_prefix(label, "（");
    bool close = g_str_has_suffix(label, ")") || g_str_has_suffix(label, "）");
    bool full = strstr(label, "（") || strstr(label, "）");
    bool bare = language == FR || language == ES || language == RU;
    if (operative && language == AR)
        return g_ascii_isdigit(*label) && !g_str_has_suffix(label, " -") ? "“1 -”" : NULL;
    if (operative)
        return g_ascii_isdigit(*label) && !g_str_has_suffix(label, ".") ? "“1.”" : NULL;
    if (!close || !(g_ascii_isalpha(label[open]) || language == AR || full))
        return NULL;
    const char *wanted = language == AR ? "“(أ)”" : bare ? "“a)”" : "“(a)”";
    return full || open == bare ? wanted : NULL;
}

/* Of two that count on and have not one form, that one which has not the form of the language. */
static bool tell_astray(const struct copy *copy, const struct node *block)
{
    const struct node *beside = labels_beside_astray(block->parent);
    if (!beside || block != block->parent->first)
        return false;
    bool operative = beside->kind == NODE_OPERATIVE;
    bool bare = copy->language == FR || copy->language == ES || copy->language == RU;
    bool first = !operative && labels_have_one_form(block->label, bare ? "a)" : "(a)");
    const struct node *wrong = first ? beside : block, *right = first ? block : beside;
    find_node(copy, wrong, DIAG_LABEL_FORM, "the label “%s” has not the form of “%s” beside it",
              wrong->label, right->label);
    return true;
}

/* The only letter of a label; 0 when there is none, or more than one. */
static gunichar letter_of(const struct node *item)
{
    gunichar letter = 0;
    for (const char *p = item && label_stands(item) ? item->label : ""; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalnum(g_utf8_get_char(p))) {
            if (letter)
                return 0;
            letter = g_utf8_get_char(p);
        }
    return letter;
}

static bool is_of_script(gunichar letter, GUnicodeScript script)
{
    return letter && g_unichar_isalpha(letter) && g_unichar_get_script(letter) == script;
}

/* А Cyrillic letter among Latin ones looks the same and is found by no search. */
static bool tell_script(const struct copy *copy, const struct node *item)
{
    gunichar letter = item->kind == NODE_ITEM ? letter_of(item) : 0;
    gunichar before = letter_of(item->prev), after = letter_of(item->next);
    if (!is_of_script(letter, G_UNICODE_SCRIPT_CYRILLIC) ||
        (copy->language == RU && !is_of_script(before, G_UNICODE_SCRIPT_LATIN) &&
         !is_of_script(after, G_UNICODE_SCRIPT_LATIN)))
        return false;
    find_node(copy, item, DIAG_LABEL_FORM, "the letter of the label “%s” is Cyrillic, not Latin",
              item->label);
    return true;
}

void label_form(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block;
    if (!is_clause(passage) || !label_stands(block))
        return;
    const char *wanted = form_wanted(block->label, copy->language, block->kind == NODE_OPERATIVE);
    if (tell_script(copy, block) || tell_astray(copy, block) || !wanted)
        return;
    find_node(copy, block, DIAG_LABEL_FORM, "the label “%s” has not the form %s of this level",
              block->label, wanted);
}

/* How many bytes of the text are the label once more, with what stands behind it: "1. ", "1 ". */
static int typed_again(const struct node *block, const char *text)
{
    size_t size = strlen(block->label);
    if (strncmp(text, block->label, size) != 0) {
        char *core = label_core(block->label);
        size = strlen(core);
        bool same = g_ascii_isdigit(*core) && strncmp(text, core, size) == 0;
        size = same ? size + strspn(text + size, ".)") : 0;
        g_free(core);
    }
    if (!size || !g_unichar_isspace(g_utf8_get_char(text + size)))
        return 0;
    return (int)(g_utf8_next_char(text + size) - text);
}

/* Takes the label away, and one space: a line's end behind it is of the source's form. */
static void mend_typed(const struct copy *copy, const struct passage *passage, int size)
{
    uint32_t at, end;
    if (!locate(copy, passage, 0, size, &at, &end))
        return;
    static const char *const spaces[] = {" ", "\t", "\u00A0"};
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if (g_str_has_prefix(copy->source->text + end, spaces[i])) {
            diag_mend(copy->diag, at, end + (uint32_t)strlen(spaces[i]), "");
            return;
        }
    diag_mend(copy->diag, at, end, "");
}

/* The text begins with its label once more: "1. 1. Decides". */
void label_typed(const struct copy *copy, const struct passage *passage)
{
    if (!passage->block->label || !label_stands(passage->block) || passage->note)
        return;
    int end = 0;
    for (int more; (more = typed_again(passage->block, passage->text + end));)
        end += more;
    if (!end)
        return;
    find(copy, passage, 0, end - 1, DIAG_LABEL_TYPED, "the label “%s” is typed again in the text",
         passage->block->label);
    mend_typed(copy, passage, end - 1);
}
