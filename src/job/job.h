/* job: one document through all floors, or from one form of data into another. */
#ifndef PLENARY_JOB_H
#define PLENARY_JOB_H

#include <glib.h>

#include "base/diag.h"
#include "page/book.h"
#include "page/impose.h"
#include "set/fonts.h"

/* Pages, text that shows a product on the way to them, and data that can be read again. */
enum job_form {
    JOB_PDF,
    JOB_PNG,
    JOB_SVG,
    JOB_TREE,
    JOB_GALLEY,
    JOB_PAGES,
    JOB_YAML, /* data: in the order of enum write_form */
    JOB_JSON,
    JOB_AKN,
    JOB_MARKDOWN,
    JOB_FORM_COUNT
};

struct job {
    const char *input;           /* a path, or -; not looked at when there is a source */
    const struct source *source; /* bytes in memory instead, or NULL */
    enum job_form form;
    const char *style;               /* name or file; NULL: by the document's kind */
    const char *emblem;              /* NULL: the style's */
    double dpi;                      /* of PNG */
    int page;                        /* of PNG and SVG: this one, from 1; 0: all */
    const struct print_order *print; /* of PDF: for the press; NULL: for the archive */
    bool check; /* also tells what the house style finds, where pages are made */
};

struct job_result {
    int output_count;
    GByteArray **outputs; /* the arena's: one; PNG and SVG: one a page */
    int first_page;       /* the page that outputs[0] shows */
    const char *symbol;   /* for naming; or NULL */
    enum language language;
    const struct book *book; /* the arena's; NULL where nothing is made up */
};

/* Reads, sets, makes up and writes one document. All messages go to `diag`; everything is the
 * arena's; `fonts` may be NULL where the form needs none. False, with an error filed, when the
 * document could not be rendered. */
bool job_run(struct arena *arena, struct fonts *fonts, const struct job *job, struct diag *diag,
             struct job_result *result);

/* The name of the house style of a document for which none was asked for. */
const char *job_default_style(const struct node *doc);

/* "pdf" and so on: the name of a form on the command line; the suffix of its files. */
const char *job_form_name(enum job_form form);
const char *job_form_suffix(enum job_form form);
/* The form of that name; JOB_FORM_COUNT when there is none. */
enum job_form job_form_of(const char *name);
/* Whether a form is text for reading in a terminal. */
bool job_form_is_text(enum job_form form);
/* Whether it is data, made of the document as it was read: nothing is set. */
bool job_form_is_data(enum job_form form);
bool job_form_needs_fonts(enum job_form form);

#endif
