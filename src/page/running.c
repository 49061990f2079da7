/* running: heads and feet (un-layout.md 1.1, 1.2). In: fields of the document, the style's words
 * and geometry. Out: placed artifacts. */
#include "page/running.h"

#include <glib.h>
#include <string.h>

#include "page/marks.h"

enum { JOB_WORDS = 8 };

/* Words of the job line and where they begin, from its start. */
struct words {
    const struct para *para;
    length x;
};

struct running {
    const struct compositor *compositor;
    const struct style *style;
    const struct para *symbol, *title, *job; /* from page 2 on; NULL: there is none */
    const struct para *recycle;              /* page 1 */
    struct words first_job[JOB_WORDS];
    const struct shape *bar_code, *qr_code, *recycling;
};

/* --- words --------------------------------------------------------------------------- */

static const char *field_text(const struct compositor *compositor, const struct node *doc,
                              enum field field)
{
    const struct node *node = doc_field(doc, field);
    return node ? doc_plain_text(compositor->arena, node) : "";
}

/* False when a character is in no face; no words, no paragraph. */
static bool set_line(const struct compositor *compositor, const char *words, enum form_name form,
                     length measure, const struct para **para)
{
    *para = NULL;
    if (!words || !*words)
        return true;
    *para = set_words(compositor, words, NULL, form, measure);
    if (!*para)
        return false;
    if (!(*para)->setting[1].line_count)
        *para = NULL;
    return true;
}

/* The title takes what the symbol leaves, at most what the style gives it. */
static length title_measure(const struct running *running)
{
    const struct style *style = running->style;
    const struct para *symbol = running->symbol;
    length taken = symbol ? line_extent(&symbol->setting[1].lines[0]) + 2 * symbol->size : 0;
    length left = style->page.frame_end - style->page.frame_start - taken;
    return MAX(MIN(left, style->run.head_title_end), 4 * style->forms[FORM_HEAD_TITLE].size);
}

/* What is cut ends with a word that says something: not with "of the" or a comma. */
static void trim_end(char *text)
{
    enum { SHORT = 3 };
    for (;;) {
        char *end = text + strlen(text), *before = g_utf8_find_prev_char(text, end);
        if (before && (g_unichar_isspace(g_utf8_get_char(before)) ||
                       (g_unichar_ispunct(g_utf8_get_char(before)) && !strchr(")]}%", *before)))) {
            *before = '\0';
            continue;
        }
        char *space = strrchr(text, ' ');
        if (!space || g_utf8_strlen(space + 1, -1) > SHORT || g_ascii_isdigit(space[1]))
            return;
        *space = '\0';
    }
}

/* A title that is too long for the head ends where a line of it would, with an ellipsis. */
static bool set_title(struct running *running, const char *title)
{
    const struct compositor *compositor = running->compositor;
    length measure = title_measure(running);
    const struct para **para = &running->title;
    if (!set_line(compositor, title, FORM_HEAD_TITLE, measure, para))
        return false;
    if (!*para || (*para)->setting[1].line_count == 1)
        return true;
    length narrower = measure - 2 * (*para)->size;
    if (!set_line(compositor, title, FORM_HEAD_TITLE, narrower, para))
        return false;
    char *cut = arena_strndup(compositor->arena, title, (*para)->setting[1].lines[0].to);
    trim_end(cut);
    return set_line(compositor, arena_printf(compositor->arena, "%s…", cut), FORM_HEAD_TITLE,
                    measure, para);
}

static const char *digits_of(struct arena *arena, const char *job)
{
    char *digits = arena_strdup(arena, job), *to = digits;
    for (const char *p = job; *p; p++)
        if (g_ascii_isdigit(*p))
            *to++ = *p;
    *to = '\0';
    return digits;
}

/* "21-18253 (C)    081221": the day of issue stands behind, where it is known. */
static const char *job_line(const struct compositor *compositor, const struct node *doc,
                            const char *job)
{
    const struct style *style = compositor->style;
    const char *pattern = style_word(style, "job-line"), *letter = style_word(style, "job-letter");
    if (!*job || !pattern)
        return job;
    const struct node *issued = doc_field(doc, FIELD_ISSUED);
    const char *date = NULL;
    if (issued)
        date = style_date(compositor->arena, style, "job-date", issued->as.field.date);
    const char *line = style_fill(compositor->arena, pattern, "job", job, "letter",
                                  letter ? letter : "", "dates", date ? date : "", NULL);
    return g_strchomp(arena_strdup(compositor->arena, line));
}

/* The style writes the start and stop characters too, which the code adds by itself. */
static const struct shape *bar_code(const struct compositor *compositor, const char *job)
{
    const char *digits = digits_of(compositor->arena, job);
    const char *pattern = style_word(compositor->style, "bar-code");
    if (!*digits || !pattern)
        return NULL;
    const char *content = style_fill(compositor->arena, pattern, "digits", digits, NULL);
    size_t size = strlen(content);
    bool marked = size > 2 && content[0] == '*' && content[size - 1] == '*';
    if (marked)
        content = arena_strndup(compositor->arena, content + 1, size - 2);
    return marks_bar_code(compositor->arena, content, compositor->style->run.bar_code);
}

/* The code leads to where documents of these series are; others are not there. */
static bool is_of_series(const char *symbol, const char *const *series)
{
    size_t size = strcspn(symbol, "/");
    for (; *series; series++)
        if (strlen(*series) == size && strncmp(*series, symbol, size) == 0)
            return symbol[size] == '/' && strpbrk(symbol, "0123456789");
    return false;
}

static const struct shape *qr_code(const struct compositor *compositor, const char *symbol)
{
    const char *pattern = style_word(compositor->style, "url");
    if (!is_of_series(symbol, compositor->style->run.qr_series) || !pattern)
        return NULL;
    char *solid = arena_strdup(compositor->arena, symbol), *to = solid;
    for (const char *p = symbol; *p; p++)
        if (*p != ' ' && *p != '*') /* no spaces in an address; an asterisk tells of a reissue */
            *to++ = *p;
    *to = '\0';
    const char *url = style_fill(compositor->arena, pattern, "symbol", solid, NULL);
    return marks_qr_code(compositor->arena, url, compositor->style->run.qr_code);
}

static length frame_width(const struct style *style)
{
    return style->page.frame_end - style->page.frame_start;
}

/* "21-18253 (C)    081221    101221": more than one space is a gap as wide as they are; a line of
 * text would have one. */
static bool set_spaced(struct running *running, const char *line)
{
    const struct compositor *compositor = running->compositor;
    const struct style *style = running->style;
    length x = 0, space = style->forms[FORM_JOB].size / 4;
    for (int i = 0; i < JOB_WORDS && *line; i++) {
        const char *gap = i + 1 < JOB_WORDS ? strstr(line, "  ") : NULL;
        size_t size = gap ? (size_t)(gap - line) : strlen(line);
        struct words *words = &running->first_job[i];
        if (!set_line(compositor, arena_strndup(compositor->arena, line, size), FORM_JOB,
                      frame_width(style), &words->para))
            return false;
        words->x = x;
        if (words->para)
            x += words->para->setting[1].lines[0].width;
        line += size;
        for (; *line == ' '; line++)
            x += space;
    }
    return true;
}

/* The words end a little before the mark. */
static length recycle_measure(const struct style *style)
{
    return style->run.recycle_mark.x - style->run.recycle_x - style->forms[FORM_RECYCLE].size / 4;
}

const struct running *running_set(const struct compositor *compositor, const struct node *doc)
{
    struct running *running = ARENA_NEW(compositor->arena, struct running);
    const struct style *style = compositor->style;
    running->compositor = compositor;
    running->style = style;
    const char *symbol = field_text(compositor, doc, FIELD_SYMBOL);
    const char *job = field_text(compositor, doc, FIELD_JOB);
    length frame = frame_width(style);
    bool all = set_line(compositor, symbol, FORM_HEAD_SYMBOL, frame, &running->symbol) &&
               set_title(running, field_text(compositor, doc, FIELD_TITLE)) &&
               set_line(compositor, job, FORM_FOOT_JOB, frame, &running->job) &&
               set_spaced(running, job_line(compositor, doc, job)) &&
               set_line(compositor, style_word(style, "recycle"), FORM_RECYCLE,
                        recycle_measure(style), &running->recycle);
    running->bar_code = bar_code(compositor, job);
    running->qr_code = qr_code(compositor, symbol);
    running->recycling = marks_recycle(compositor->arena, style->run.recycle_mark);
    return all ? running : NULL;
}

const struct running *running_set_head(const struct compositor *compositor, const char *symbol,
                                       const char *title)
{
    struct running *running = ARENA_NEW(compositor->arena, struct running);
    running->compositor = compositor;
    running->style = compositor->style;
    bool all = set_line(compositor, symbol, FORM_HEAD_SYMBOL, frame_width(running->style),
                        &running->symbol) &&
               set_title(running, title);
    return all ? running : NULL;
}

/* --- places -------------------------------------------------------------------------- */

/* Places the first line of a paragraph so that its glyphs begin or end at the frame's edge. */
static void place_edge(const struct style *style, const struct para *para, bool at_start, length y,
                       enum artifact artifact, struct sheet *sheet)
{
    if (!para)
        return;
    const struct line *line = &para->setting[1].lines[0];
    length x = at_start ? style->page.frame_start : style->page.frame_end - line_extent(line);
    sheet_place_line(sheet, line, x - line_begin(line), y, artifact);
}

void running_place_first(const struct running *running, struct sheet *sheet)
{
    const struct style *style = running->style;
    for (int i = 0; i < JOB_WORDS; i++)
        if (running->first_job[i].para)
            sheet_place_para(sheet, running->first_job[i].para,
                             style->run.job_x + running->first_job[i].x, style->run.job_baseline,
                             ARTIFACT_FOOTER);
    if (running->bar_code)
        sheet_place_shape(sheet, running->bar_code, ARTIFACT_FOOTER);
    if (running->recycle) {
        const struct para *words = running->recycle;
        length above = (words->setting[1].line_count - 1) * words->leading;
        const struct shape *drawn =
            marks_words(running->compositor->arena, words, style->run.recycle_x,
                        style->run.recycle_baseline - above);
        sheet_place_shape(sheet, drawn, ARTIFACT_FOOTER);
        sheet_place_shape(sheet, running->recycling, ARTIFACT_FOOTER);
    }
    if (running->qr_code)
        sheet_place_shape(sheet, running->qr_code, ARTIFACT_FOOTER);
}

bool running_place(const struct running *running, const struct page *page, struct sheet *sheet)
{
    const struct style *style = running->style;
    bool even = page->number % 2 == 0; /* the outer edge is the start */
    const struct para *number;
    if (!set_line(running->compositor, page->label, FORM_FOOT_PAGE, frame_width(style), &number))
        return false;
    length head = style->run.head_baseline, foot = style->run.foot_baseline;
    place_edge(style, running->symbol, even, head, ARTIFACT_HEADER, sheet);
    place_edge(style, running->title, !even, head, ARTIFACT_HEADER, sheet);
    sheet_place_rule(sheet, style->run.head_rule, ARTIFACT_HEADER);
    place_edge(style, number, even, foot, ARTIFACT_FOOTER, sheet);
    place_edge(style, running->job, !even, foot, ARTIFACT_FOOTER, sheet);
    return true;
}

const char *running_label(const struct compositor *compositor, int number, int count)
{
    const char *page = arena_printf(compositor->arena, "%d", number);
    const char *pages = arena_printf(compositor->arena, "%d", count);
    const char *pattern = style_word(compositor->style, "page");
    return pattern ? style_fill(compositor->arena, pattern, "page", page, "pages", pages, NULL)
                   : page;
}
