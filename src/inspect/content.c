/* content: the content streams of a page (ISO 32000-1, 7.8, 8 and 9) read as a painter does. In: a
 * page. Out: its glyphs, filled rectangles and marked content. Forms are entered. */
#include <string.h>

#include "inspect/lexer.h"
#include "inspect/operators.h"
#include "inspect/sheet.h"

#define MOST_FORMS 12 /* forms within forms */
#define MOST_OPERANDS 512

/* --- operands ----------------------------------------------------------------------------- */

static void push(struct painter *painter, struct operand operand)
{
    if (painter->operands->len < MOST_OPERANDS)
        g_array_append_val(painter->operands, operand);
}

/* Of arrays only numbers and strings matter, and only to TJ; they are laid flat behind the mark of
 * their beginning. */
static void take_array(struct painter *painter, struct lexer *lexer)
{
    g_array_set_size(painter->pieces, 0);
    for (struct token token; (token = lexer_next(lexer)).kind != TOKEN_CLOSE_ARRAY;) {
        struct operand piece = {
            .kind = token.kind, .number = token.number, .bytes = token.bytes, .size = token.size};
        if (token.kind == TOKEN_END)
            return;
        if (token.kind == TOKEN_NUMBER || token.kind == TOKEN_STRING)
            g_array_append_val(painter->pieces, piece);
    }
}

/* Of property lists MCID and ActualText matter. */
static void take_dictionary(struct painter *painter, struct lexer *lexer)
{
    struct operand operand = {.kind = TOKEN_OPEN_DICTIONARY, .mcid = -1};
    struct token key = {0};
    int depth = 1;
    for (struct token token; depth && (token = lexer_next(lexer)).kind != TOKEN_END;) {
        depth += token.kind == TOKEN_OPEN_DICTIONARY ? 1 : 0;
        depth -= token.kind == TOKEN_CLOSE_DICTIONARY ? 1 : 0;
        if (depth == 1 && key.kind == TOKEN_NAME && token.kind == TOKEN_NUMBER &&
            strcmp(key.bytes, "MCID") == 0 && token.number >= 0 && token.number < 1e7)
            operand.mcid = (int)token.number;
        if (depth == 1 && key.kind == TOKEN_NAME && token.kind == TOKEN_STRING &&
            strcmp(key.bytes, "ActualText") == 0) {
            const struct object text = {
                .kind = OBJECT_STRING, .bytes = token.bytes, .size = token.size};
            operand.actual = file_text(painter->shelf->file, &text);
        }
        key = token;
    }
    push(painter, operand);
}

/* --- forms and pictures -------------------------------------------------------------------- */

static void paint(struct painter *painter, const char *bytes, size_t size);

static void paint_form(struct painter *painter, const struct object *form)
{
    struct file *file = painter->shelf->file;
    size_t size;
    const char *bytes = file_bytes(file, form, &size);
    if (!bytes || painter->form_depth >= MOST_FORMS)
        return;
    const struct object *own = file_get(file, form, "Resources"), *outer = painter->resources;
    struct gstate kept = painter->state;
    int kept_mark = painter->mark;
    guint kept_depth = painter->states->len;
    painter->resources = own->kind == OBJECT_DICTIONARY ? own : outer;
    painter_transform(painter, file_get(file, form, "Matrix"));
    painter->form_depth++;
    paint(painter, bytes, size);
    painter->form_depth--;
    painter->resources = outer;
    painter->state = kept;
    painter->mark = kept_mark;
    g_array_set_size(painter->states, MIN(kept_depth, painter->states->len));
}

static void paint_object(struct painter *painter)
{
    struct file *file = painter->shelf->file;
    const char *name = painter_name(painter, 0);
    const struct object *object =
        name ? file_get(file, file_get(file, painter->resources, "XObject"), name) : NULL;
    if (!object || !object->stream) {
        painter_slip(painter, "Do asks for an object /%s that the resources have not",
                     name ? name : "");
        return;
    }
    painter->shelf->left -= 1000; /* forms may multiply: each costs */
    if (object_is(file_get(file, object, "Subtype"), "Form"))
        paint_form(painter, object);
    else
        painter->sheet->pictures++;
}

/* --- the loop ------------------------------------------------------------------------------ */

static void obey(struct painter *painter, struct lexer *lexer, const char *word)
{
    if (strcmp(word, "Do") == 0) {
        paint_object(painter);
    } else if (strcmp(word, "ID") == 0) {
        lexer_skip_image(lexer);
        painter->sheet->pictures++;
    } else {
        operator_obey(painter, word);
    }
    g_array_set_size(painter->operands, 0);
    g_array_set_size(painter->pieces, 0);
}

static void paint(struct painter *painter, const char *bytes, size_t size)
{
    struct lexer lexer = {painter->shelf->arena, bytes, bytes + size};
    for (struct token token; painter->shelf->left > 0;) {
        token = lexer_next(&lexer);
        if (token.kind == TOKEN_END)
            return;
        if (token.kind == TOKEN_OPEN_ARRAY)
            take_array(painter, &lexer);
        else if (token.kind == TOKEN_OPEN_DICTIONARY)
            take_dictionary(painter, &lexer);
        else if (token.kind != TOKEN_WORD)
            push(painter, (struct operand){.kind = token.kind,
                                           .number = token.number,
                                           .bytes = token.bytes,
                                           .size = token.size,
                                           .mcid = -1});
        else
            obey(painter, &lexer, token.bytes);
        painter->shelf->left--;
    }
}

/* The parts of a page's content are one stream, cut between tokens. */
static const char *join(struct font_shelf *shelf, struct sheet *sheet, size_t *size)
{
    struct file *file = shelf->file;
    const struct object *contents = file_get(file, sheet->page, "Contents");
    if (contents->kind != OBJECT_ARRAY) {
        const char *bytes = file_bytes(file, contents, size);
        sheet->broken = contents->stream && !bytes;
        return bytes;
    }
    GString *all = g_string_new(NULL);
    for (int i = 0; i < contents->count && all->len < FILE_MOST_BYTES; i++) {
        size_t part_size;
        const char *part = file_bytes(file, file_item(file, contents, i), &part_size);
        sheet->broken |= !part;
        g_string_append_len(all, part ? part : "", part ? (gssize)part_size : 0);
        g_string_append_c(all, '\n');
    }
    *size = all->len;
    const char *copy = arena_strndup(shelf->arena, all->str, all->len);
    g_string_free(all, TRUE);
    return copy;
}

void content_read(struct font_shelf *shelf, struct sheet *sheet, const struct object *resources)
{
    size_t size = 0;
    const char *bytes = join(shelf, sheet, &size);
    struct painter painter = {.shelf = shelf,
                              .sheet = sheet,
                              .resources = file_follow(shelf->file, resources),
                              .mark = -1,
                              .state = painter_initial(sheet),
                              .operands = g_array_new(FALSE, FALSE, sizeof(struct operand)),
                              .pieces = g_array_new(FALSE, FALSE, sizeof(struct operand)),
                              .states = g_array_new(FALSE, FALSE, sizeof(struct gstate)),
                              .rectangles = g_array_new(FALSE, FALSE, sizeof(struct patch))};
    if (bytes)
        paint(&painter, bytes, size);
    if (painter.mark >= 0)
        painter_slip(&painter, "marked content is begun that EMC never ends");
    if (painter.states->len)
        painter_slip(&painter, "q saves a state that no Q restores");
    g_array_unref(painter.operands);
    g_array_unref(painter.pieces);
    g_array_unref(painter.states);
    g_array_unref(painter.rectangles);
}
