//! The exercises as pages: one for each lesson, behind all others.

use course::{Exercise, Misconception, Text, World};
use mdbook_driver::book::{Book, BookItem, Chapter};
use report::html::{Element, element, with_text};

use crate::{
    inline::inline, language::Language, material::Material, page,
    problem::Problem,
};

/// Returns the name of the page with the exercises of `lesson`,
/// without its ending.
pub(crate) fn page(lesson: &str) -> String {
    format!("exercises-{lesson}")
}

/// Adds a page for each lesson that has exercises.
///
/// # Errors
///
/// All tasks and hints that cannot be shown.
pub(crate) fn add(
    book: &mut Book,
    language: Language,
    material: &Material,
) -> Result<(), Vec<Problem>> {
    let mut lessons: Vec<&str> = Vec::new();
    for exercise in &material.course.exercises {
        if !lessons.contains(&&*exercise.lesson) {
            lessons.push(&exercise.lesson);
        }
    }
    if lessons.is_empty() {
        return Ok(());
    }
    let part = language.words().exercises.part.to_owned();
    book.items.push(BookItem::PartTitle(part));
    let mut problems = Vec::new();
    for lesson in lessons {
        match content(lesson, language, material) {
            Ok(content) => {
                let name = title(lesson, language, material);
                let path = format!("{}.md", page(lesson));
                let chapter =
                    Chapter::new(&name, content, path, Vec::new());
                // No file has it: nobody is to look for one.
                let chapter =
                    Chapter { source_path: None, ..chapter };
                book.items.push(BookItem::Chapter(chapter));
            }
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Returns what `exercise` says in `language`.
pub(crate) fn text(
    exercise: &Exercise,
    language: Language,
) -> &Text {
    match language {
        Language::English => &exercise.en,
        Language::Chinese => &exercise.zh,
    }
}

/// Returns for whom and for how long an exercise is, and what it
/// treats.
pub(crate) fn about(
    exercise: &Exercise,
    language: Language,
    material: &Material,
) -> Element {
    let words = language.words();
    let world = match exercise.world {
        World::Thread => words.threads,
        World::Async => words.tasks,
    };
    let Exercise { minutes, .. } = exercise;
    let minutes = format!("{minutes} {}", words.exercises.minutes);
    let belief = belief(exercise, material).map_or_else(
        || words.exercises.open.to_owned(),
        |belief| {
            let [open, close] = words.exercises.quotes;
            let said = match language {
                Language::English => &belief.en,
                Language::Chinese => &belief.zh,
            };
            format!("{open}{said}{close}")
        },
    );
    let line = format!("{world} · {minutes} · {belief}");
    inline("p", "code", &line).class("quiet")
}

fn belief<'book>(
    exercise: &Exercise,
    material: &'book Material,
) -> Option<&'book Misconception> {
    let id = exercise.misconception.as_ref()?;
    let all = &material.course.misconceptions;
    all.iter().find(|it| it.id == *id)
}

/// Returns the title of a lesson's page: what its chapter is
/// called, without what distinguishes it from further ones.
fn title(
    lesson: &str,
    language: Language,
    material: &Material,
) -> String {
    let file = format!("docs/{}/{lesson}.md", language.folder());
    let heading = material.source(&file).and_then(|text| {
        let line = text.lines().next()?.strip_prefix("# ")?;
        line.split([':', '：', '{']).next()
    });
    heading.unwrap_or(lesson).trim().to_owned()
}

/// Returns the page of a lesson, as Markdown.
fn content(
    lesson: &str,
    language: Language,
    material: &Material,
) -> Result<String, Vec<Problem>> {
    let words = &language.words().exercises;
    let title = title(lesson, language, material);
    let page = page(lesson);
    let mut out = format!(
        "# {}{title} {{#{page}}}\n\n{}\n\n",
        words.title,
        words.intro.replace("LESSON", lesson)
    );
    let mut problems = Vec::new();
    for exercise in material.course.of(lesson) {
        match section(exercise, language, material) {
            Ok(section) => out += &section,
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(out) } else { Err(problems) }
}

/// Returns one exercise: its task, how to run it, its hints, and
/// where its solution is.
fn section(
    exercise: &Exercise,
    language: Language,
    material: &Material,
) -> Result<String, Vec<Problem>> {
    let words = &language.words().exercises;
    let file = match language {
        Language::English => exercise.path(),
        Language::Chinese => {
            format!("{}/{}.toml", course::TEXTS, exercise.lesson)
        }
    };
    let Text { title, task, hints } = text(exercise, language);
    let filled =
        |text: &str| page::fill(text, &file, language, material);
    let Exercise { name, .. } = exercise;
    let about = about(exercise, language, material).to_text();
    let mut out = format!(
        "## {title} {{#{name}}}\n\n{about}\n\n{}\n\n```shell\n\
         rustlings run {name}\n```\n\n",
        filled(task)?.trim()
    );
    for (summary, hint) in words.hints.into_iter().zip(hints) {
        out += &folded(summary, filled(hint)?.trim());
    }
    let link = |path: String| {
        let name = path.rsplit('/').nth(2).unwrap_or_default();
        with_text("a", format!("{name}/…/{}.rs", exercise.name))
            .with("href", format!("../../{path}"))
    };
    let solution = element("p").and(link(exercise.solution()));
    out += &folded(words.solution, &solution.to_text());
    let program = element("p").class("quiet");
    let program = program.text(words.program);
    let program = program.and(link(exercise.path()));
    Ok(out + &program.to_text() + "\n\n")
}

fn folded(summary: &str, markdown: &str) -> String {
    let summary = with_text("summary", summary).to_text();
    format!(
        "<details class=\"answer\">{summary}\n\n{markdown}\n\n\
         </details>\n\n"
    )
}
