/* tree: writes the structure tree: elements, the way from marked content back to its element
 * (ParentTree) and the names of notes (IDTree). ISO 32000-1, 14.7. */
#include "pdf/tree.h"

#include "pdf/structure.h"
#include "pdf/syntax.h"

/* The page of an element is that of its first own content. */
static int page_of(const struct element *element)
{
    for (const struct kid *kid = element->first; kid; kid = kid->next)
        if (!kid->element)
            return kid->page;
    return -1;
}

static void put_kid(const struct structure *s, const struct kid *kid, int page, GString *out)
{
    if (kid->element)
        g_string_append_printf(out, "%d 0 R", kid->element->object);
    else if (kid->annotation && kid->page == page)
        g_string_append_printf(out, "<</Type/OBJR/Obj %d 0 R>>", kid->annotation);
    else if (kid->annotation)
        g_string_append_printf(out, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>",
                               s->seats->pages[kid->page], kid->annotation);
    else if (s->seats->forms)
        g_string_append_printf(out, "<</Type/MCR/Pg %d 0 R/Stm %d 0 R/MCID %d>>",
                               s->seats->pages[kid->page], s->seats->forms[kid->page], kid->mark);
    else if (kid->page == page)
        put_integer(out, kid->mark);
    else
        g_string_append_printf(out, "<</Type/MCR/Pg %d 0 R/MCID %d>>", s->seats->pages[kid->page],
                               kid->mark);
}

static void put_element(const struct structure *s, const struct element *element, int parent,
                        GString *out)
{
    int page = page_of(element);
    g_string_append(out, "<</Type/StructElem/S/");
    g_string_append(out, element->type);
    g_string_append(out, "/P ");
    put_reference(out, parent);
    if (page >= 0) {
        g_string_append(out, "/Pg ");
        put_reference(out, s->seats->pages[page]);
    }
    if (element->language != LANGUAGE_NONE)
        g_string_append_printf(out, "/Lang(%s)", language_tag(element->language));
    if (element->id)
        g_string_append_printf(out, "/ID(%s)", element->id);
    if (element->attributes)
        g_string_append_printf(out, "/A<<%s>>", element->attributes);
    if (element->alternative) {
        g_string_append(out, "/Alt");
        put_text(out, element->alternative, -1);
    }
    g_string_append(out, "/K[");
    for (const struct kid *kid = element->first; kid; kid = kid->next) {
        put_kid(s, kid, page, out);
        g_string_append(out, kid->next ? " " : "");
    }
    g_string_append(out, "]>>");
}

static void write_element(const struct structure *s, const struct element *element, int parent)
{
    GString *out = g_string_new(NULL);
    put_element(s, element, parent, out);
    objects_set(s->objects, element->object, out);
    g_string_free(out, TRUE);
    for (const struct kid *kid = element->first; kid; kid = kid->next)
        if (kid->element)
            write_element(s, kid->element, element->object);
}

/* Key i: the elements of page i by MCID; keys behind the pages: the element of an annotation. */
static int write_parent_tree(const struct structure *s)
{
    GString *out = g_string_new("<</Nums[");
    for (int page = 0; page < s->book->page_count; page++) {
        g_string_append_printf(out, "%d[", page);
        for (guint i = 0; i < s->marks[page]->len; i++) {
            const struct element *element = g_ptr_array_index(s->marks[page], i);
            g_string_append(out, i ? " " : "");
            put_reference(out, element->object);
        }
        g_string_append_c(out, ']');
    }
    for (guint i = 0; i < s->annotations->len; i++) {
        const struct element *element = g_ptr_array_index(s->annotations, i);
        g_string_append_printf(out, "%u %d 0 R ", (guint)s->book->page_count + i, element->object);
    }
    g_string_append(out, "]>>");
    int number = objects_add(s->objects, out);
    g_string_free(out, TRUE);
    return number;
}

static int write_id_tree(const struct structure *s)
{
    GString *out = g_string_new("<</Names[");
    for (guint i = 0; i < s->notes->len; i++) {
        const struct element *note = g_ptr_array_index(s->notes, i);
        g_string_append_printf(out, "(%s)%d 0 R ", note->id, note->object);
    }
    g_string_append(out, "]>>");
    int number = objects_add(s->objects, out);
    g_string_free(out, TRUE);
    return number;
}

int structure_write(struct structure *s)
{
    int root = objects_reserve(s->objects);
    struct element *document = structure_root(s);
    write_element(s, document, root);
    GString *out = g_string_new(NULL);
    g_string_printf(out, "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d",
                    document->object, write_parent_tree(s),
                    s->book->page_count + (int)s->annotations->len);
    if (s->notes->len)
        g_string_append_printf(out, "/IDTree %d 0 R", write_id_tree(s));
    g_string_append(out, ">>");
    objects_set(s->objects, root, out);
    g_string_free(out, TRUE);
    return root;
}
