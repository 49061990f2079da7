/* paragraphs_head: what stands before the text of a list → the masthead: session, agenda item,
 * adoption, proponent, number and title, by their words and their order; the symbol from the name
 * of the file, which is all that says it. */
#include <string.h>

#include "read/inspect.h"
#include "read/paragraphs.h"
#include "read/recognise.h"

/* --- number and title ---------------------------------------------------------------- */

/* "1514 (XV)." of the sessions that had Roman numerals. */
static size_t old_number(const char *line)
{
    size_t size = strspn(line, "0123456789");
    if (!size || !g_str_has_prefix(line + size, " ("))
        return 0;
    size += 2;
    size_t roman = strspn(line + size, "IVXLCDMES-");
    if (!roman || !g_str_has_prefix(line + size + roman, ")."))
        return 0;
    size += roman + 2;
    return strchr(" \t", line[size]) && line[size] && line[size + 1] ? size : 0;
}

size_t paragraphs_number(const char *line)
{
    size_t size = recognise_number(line);
    return size ? size : old_number(line);
}

static bool is_heading_like(const struct entry *entry)
{
    return entry->type == ENTRY_TITLE || entry->type == ENTRY_HEADING || entry->type == ENTRY_FRONT;
}

/* Is the line none of the head matter, and no sentence? */
static bool may_be_title(const struct paragraphs *list, const struct entry *entry)
{
    size_t size = strlen(entry->text);
    return entry->type == ENTRY_FRONT && size > 2 && !g_ascii_ispunct(entry->text[size - 1]) &&
           !strpbrk(entry->text, "0123456789<") &&
           recognise_head(list->import.style, entry->text) == FIELD_COUNT;
}

static const struct entry *find_typed_title(const struct paragraphs *list)
{
    for (int i = 0; i < list->count; i++)
        if (list->entries[i].type == ENTRY_TITLE)
            return &list->entries[i];
    return NULL;
}

/* In a list without a title it is the first line with a number, else the first that may be one,
 * before the first paragraph. */
const struct entry *paragraphs_find_title(struct paragraphs *list)
{
    const struct entry *title = find_typed_title(list);
    for (int i = 0; i < list->count && !title; i++) {
        if (!is_heading_like(&list->entries[i]))
            break;
        if (paragraphs_number(list->entries[i].text))
            title = &list->entries[i];
    }
    for (int i = 1; i < list->count && !title; i++) { /* the first line may be an organ */
        if (!is_heading_like(&list->entries[i]))
            break;
        if (may_be_title(list, &list->entries[i]))
            title = &list->entries[i];
    }
    return title;
}

/* --- fields -------------------------------------------------------------------------- */

static bool add_block(struct paragraphs *list, const struct entry *entry, enum field name,
                      size_t from, size_t to)
{
    if (list->import.fields & 1U << name)
        return false;
    list->import.fields |= 1U << name;
    struct node *field = paragraphs_new_block(list, entry, NODE_FIELD, from, to);
    field->as.field.field = name;
    if (name == FIELD_ISSUED)
        field->as.field.date = recognise_date(list->import.style, entry->text);
    doc_place_field(list->import.doc, field);
    list->last_field = name;
    return true;
}

static void add_title(struct paragraphs *list, const struct entry *entry)
{
    size_t number = paragraphs_number(entry->text), size = strlen(entry->text);
    if (number)
        add_block(list, entry, FIELD_NUMBER, 0, number);
    add_block(list, entry, FIELD_TITLE, number, size);
}

/* What a line says by its words; a line that ends as a sentence or clause does says nothing, nor
 * does a date behind a meeting: those are of the text of another document. */
static enum field field_by_words(const struct paragraphs *list, const char *line)
{
    size_t size = strlen(line);
    bool sentence = size && strchr(".,;:", line[size - 1]);
    if (sentence || recognise_meeting(list->import.style, line))
        return FIELD_COUNT;
    enum field name = recognise_head(list->import.style, line);
    return name == FIELD_ISSUED && list->last_field == FIELD_MEETING ? FIELD_COUNT : name;
}

/* The place of a session and its days stand on the line behind it. */
static bool is_place_of_session(const struct paragraphs *list, const char *line)
{
    static const char century[] = "20";
    const char *year = strstr(line, century);
    return list->last_field == FIELD_SESSION && year && strlen(line) < 120 &&
           strspn(year, "0123456789") == 4;
}

static void go_on_with(struct paragraphs *list, const struct entry *entry, enum field name,
                       enum node_kind by)
{
    struct node *field = doc_field(list->import.doc, name);
    if (by == NODE_BREAK)
        doc_append(field, doc_new(list->import.arena, NODE_BREAK, entry->at));
    else
        doc_append_text(list->import.arena, field, " ", 1, entry->at);
    doc_append_text(list->import.arena, field, entry->text, strlen(entry->text), entry->at);
}

/* The organ stands above its session. */
static bool is_organ(const struct paragraphs *list, const struct entry *entry)
{
    const struct entry *next = entry + 1;
    return next < list->entries + list->count && next->type == ENTRY_FRONT &&
           list->last_field == FIELD_COUNT && strlen(entry->text) < 120 &&
           field_by_words(list, next->text) == FIELD_SESSION;
}

static bool read_line(struct paragraphs *list, const struct entry *entry)
{
    size_t size = strlen(entry->text);
    enum field name = field_by_words(list, entry->text);
    if (name != FIELD_COUNT)
        return add_block(list, entry, name, 0, size);
    if (is_place_of_session(list, entry->text)) {
        go_on_with(list, entry, FIELD_SESSION, NODE_BREAK);
        list->last_field = FIELD_COUNT;
        return true;
    }
    if (list->last_field == FIELD_ITEM)
        return add_block(list, entry, FIELD_ITEM_TITLE, 0, size);
    if (is_organ(list, entry))
        return add_block(list, entry, FIELD_ORGAN, 0, size);
    list->last_field =
        recognise_meeting(list->import.style, entry->text) ? FIELD_MEETING : FIELD_COUNT;
    return false;
}

/* "Adopted … at its 7573rd meeting, on" and the date, read as a heading. */
static bool is_date_of_adoption(const struct paragraphs *list, const struct entry *entry)
{
    return entry->type == ENTRY_HEADING && list->last_field == FIELD_ADOPTION &&
           recognise_date(list->import.style, entry->text).year;
}

bool paragraphs_read_head(struct paragraphs *list, const struct entry *entry)
{
    if (entry == list->title) {
        add_title(list, entry);
        return true;
    }
    if (is_date_of_adoption(list, entry)) {
        go_on_with(list, entry, FIELD_ADOPTION, NODE_TEXT);
        return true;
    }
    return entry->type == ENTRY_FRONT && read_line(list, entry);
}

/* --- the symbol ---------------------------------------------------------------------- */

/* A year in parentheses stands apart, a part of a resolution too: S/RES/1325 (2000). */
static void part_end_of_symbol(GString *symbol)
{
    char *open = strrchr(symbol->str, '('), *slash = strrchr(symbol->str, '/');
    if (open && open > symbol->str && open[-1] == '/')
        g_string_erase(symbol, open - 1 - symbol->str, 1); /* A_RES_118_(II) */
    else if (open && strspn(open + 1, "0123456789") == 4)
        g_string_insert_c(symbol, open - symbol->str, ' ');
    else if (slash && g_ascii_isupper(slash[1]) && !slash[2] && g_ascii_isdigit(slash[-1]))
        *slash = ' '; /* A_RES_57_270_B */
}

/* Is the name of a file made of a symbol? Capitals, then figures somewhere, parted by lines. */
static bool is_symbol_name(const char *name, size_t size)
{
    static const char series[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char parts[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-()";
    size_t first = strspn(name, series);
    return first && name[first] == '_' && strspn(name, parts) >= size &&
           strcspn(name, "0123456789") < size;
}

void paragraphs_add_symbol(struct paragraphs *list)
{
    char *name = g_path_get_basename(list->import.source->name);
    const char *dot = strrchr(name, '.');
    size_t size = dot ? (size_t)(dot - name) : strlen(name);
    if (is_symbol_name(name, size)) {
        GString *symbol = g_string_new_len(name, (gssize)size);
        g_string_replace(symbol, "_", "/", 0);
        part_end_of_symbol(symbol);
        import_add_field(&list->import, FIELD_SYMBOL, symbol->str, 0);
        g_string_free(symbol, TRUE);
    }
    g_free(name);
}
