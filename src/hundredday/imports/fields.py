"""The fields that a table may have, and what people call them in four languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(NamedTuple):
    """A kind of table: the fields it must have, and the words for each of its fields, the most telling first."""

    name: str
    required: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]


def _named(table: str) -> Mapping[str, tuple[str, ...]]:
    """A line for each field: its name, then its words; an indented line goes on with them."""
    lines = table.replace("\n  ", " ").strip().splitlines()
    named = (line.partition(":") for line in lines)
    return {field: tuple(words.strip() for words in listed.split(",")) for field, _colon, listed in named}


_CANDIDATES = """
title: title, name, challenge, challenge title, challenge name, candidate, project, initiative, project name,
  project title, name of the project, name of the challenge, initiative name, название, наименование,
  название вызова, наименование вызова, вызов, задача, кандидат, проект, инициатива, название проекта,
  наименование проекта, название инициативы, наименование инициативы, наименование задачи, атауы, атау, сын-қатер,
  міндет, жоба, жоба атауы, жобаның атауы, бастама, бастаманың атауы, сын-қатердің атауы, үміткер,
  العنوان, عنوان التحدي, اسم التحدي, التحدي, المشروع, اسم المشروع, المبادرة, اسم المبادرة, المرشح
id: id, code, key, identifier, код, идентификатор, ид, сәйкестендіргіш,
  المعرف, الرمز
topic: topic, theme, area, stream, тема, направление, тематика, сфера, тақырып, тақырыбы, бағыт, бағыты, сала,
  الموضوع, المجال, المحور
cohort: cohort, wave, batch, когорта, волна, поток, набор, легі, лек,
  الدفعة, المجموعة
agency: agency, lead agency, ministry, organisation, organization, department, body, responsible agency,
  ведомство, министерство, госорган, государственный орган, организация, ответственный орган, орган,
  ведомство исполнитель, ответственный государственный орган, ответственный госорган, ответственный го, го,
  центральный государственный орган, исполнитель, ответственный исполнитель, головной исполнитель,
  ответственное ведомство, мемлекеттік орган, министрлік, ұйым, жауапты орган, жауапты мемлекеттік орган,
  жауапты орындаушы, орындаушы, ведомствосы,
  الجهة, الوزارة, الهيئة, المؤسسة, الجهة المسؤولة, الجهة القائدة, الجهة الحكومية
priority: priority, national priority, objective, strategic objective, national objective, strategy, приоритет,
  национальный приоритет, нац приоритет, национальный проект, стратегическая цель, цель стратегии, басымдық,
  ұлттық басымдық, стратегиялық мақсат,
  الأولوية, الأولوية الوطنية, الهدف الاستراتيجي, الهدف الوطني
sponsor: sponsor, sponsor name, executive sponsor, спонсор, куратор, заказчик, фио куратора, ф и о куратора,
  куратор фио, куратор ф и о, фио спонсора, куратор проекта, демеуші, жетекші демеуші, куратор аты, куратор аты жөні,
  куратордың аты жөні,
  الراعي, اسم الراعي
sponsor_post: sponsor post, sponsor position, sponsor title, post, position, должность, должность спонсора,
  должность куратора, куратор должность, лауазымы, лауазым, куратордың лауазымы,
  منصب الراعي, المنصب
sponsor_agency: sponsor agency, sponsor organisation, ведомство спонсора, ведомство куратора, организация спонсора,
  демеуші органы,
  جهة الراعي
problem: problem, problem statement, statement, description, issue, what is wrong, проблема, описание, описание
  проблемы, суть проблемы, суть, проблематика, проблемный вопрос, мәселе, мәселенің сипаттамасы,
  проблема сипаттамасы, сипаттама, сипаттамасы,
  المشكلة, وصف المشكلة, الوصف
affected: affected, who is affected, beneficiaries, target group, users, кого касается, кого затрагивает,
  кто страдает, бенефициары, выгодоприобретатели, целевая группа, целевая аудитория, кімге қатысты, пайда алушылар,
  мақсатты топ,
  المتأثرون, من المتأثر, الفئة المستهدفة, المستفيدون
evidence: evidence, proof, data source, доказательства, подтверждение, обоснование, данные, дәлел, дәлелдер, негіздеме,
  الدليل, الأدلة, الإثبات
proposed: proposed, proposed on, date, date proposed, submitted, дата, дата подачи, дата предложения, поступило, күні,
  ұсынылған күні,
  تاريخ الاقتراح, التاريخ
phase: phase, фаза, этап, кезең, кезеңі,
  المرحلة
impact: impact, влияние, эффект, воздействие, әсері, әсер,
  الأثر
urgency: urgency, срочность, шұғылдығы, шұғылдық,
  الإلحاح
feasibility: feasibility, реализуемость, выполнимость, осуществимость, іске асырылуы, орындалуы,
  قابلية التنفيذ
cross_agency: cross agency, cross agency score, межведомственность, ведомствоаралық,
  بين الجهات
data: data, data availability, data score, наличие данных, доступность данных, деректер, деректердің болуы,
  البيانات, توفر البيانات
backing: backing, political backing, support, поддержка, қолдау,
  الدعم
"""

_READINGS = """
challenge: challenge, challenge id, id, challenge title, title, project, name, project name, вызов, задача, проект,
  название, название вызова, название проекта, наименование, наименование вызова, наименование проекта, код, сын-қатер,
  міндет, жоба, атауы, жоба атауы, жобаның атауы,
  التحدي, اسم التحدي, المشروع, اسم المشروع, المبادرة, العنوان
goal: goal, goal id, metric, indicator, kpi, guardrail, цель, показатель, индикатор, метрика, наименование показателя,
  название показателя, мақсат, көрсеткіш, индикаторы, көрсеткіштің атауы,
  الهدف, المؤشر, المقياس, اسم المؤشر
date: date, reading date, as of, on, week ending, measured on, дата, на дату, дата замера, по состоянию на, отчетная
  дата, күні, күн, өлшеу күні,
  التاريخ, تاريخ القراءة, بتاريخ, حتى تاريخ
value: value, reading, actual, fact, result, current value, number, значение, факт, фактическое значение, показание,
  результат, текущее значение, мәні, мән, нақты, нақты мәні, нәтиже, көрсеткіш мәні,
  القيمة, القراءة, الفعلي, القيمة الفعلية, النتيجة, القيمة الحالية
note: note, notes, comment, comments, remark, примечание, комментарий, заметка, ескерту, түсініктеме, пікір,
  ملاحظة, ملاحظات, تعليق
source: source, data source, источник, источник данных, дереккөз, дерек көзі,
  المصدر, مصدر البيانات
by: by, recorded by, who, author, entered by, кто, автор, внес, ответственный, кім, енгізген, жауапты,
  المسجل, بواسطة, المسؤول
evidence: evidence, link, proof, url, ссылка, доказательство, подтверждение, сілтеме, дәлел,
  الدليل, الرابط
status: status, статус, мәртебе, күйі,
  الحالة
count: count, numerator, числитель, количество, алымы, саны,
  البسط, العدد
of: of, denominator, out of, total, знаменатель, из, всего, бөлімі, барлығы,
  المقام, من أصل, المجموع
"""

_GOALS = """
challenge: challenge, challenge id, id, challenge title, title, project, name, project name, вызов, задача, проект,
  название, название вызова, название проекта, наименование, наименование вызова, наименование проекта, код, сын-қатер,
  міндет, жоба, атауы, жоба атауы, жобаның атауы, التحدي, اسم التحدي, المشروع, اسم المشروع, المبادرة, العنوان
goal: goal, goal id, goal key, ключ цели, мақсат кілті, مفتاح الهدف
primary: primary, основная, основной, главная, негізгі, رئيسي
specific: specific, statement, expected result, ожидаемый результат, результат, формулировка цели, цель, күтілетін нәтиже,
  нәтиже, мақсат, النتيجة المتوقعة, الهدف
metric: metric, indicator, kpi, показатель, наименование показателя, название показателя, индикатор, метрика, көрсеткіш,
  көрсеткіштің атауы, المؤشر, المقياس, اسم المؤشر
kind: kind, kind of metric, type, вид, тип, вид показателя, тип показателя, түрі, көрсеткіш түрі, النوع, نوع المؤشر
unit: unit, unit of measure, units, ед изм, единица измерения, единица, өлшем бірлігі, бірлігі, الوحدة, وحدة القياس
baseline: baseline, baseline value, base, база, базовое значение, исходное значение, бастапқы мән, базалық мән, خط الأساس
baseline_date: baseline date, date of the baseline, дата базы, дата базового значения, дата исходного значения,
  бастапқы мән күні, تاريخ خط الأساس
target: target, target value, plan, план, целевое значение, плановое значение, нысаналы мән, жоспар, المستهدف
due: due, due date, deadline, end date, срок, срок достижения, срок исполнения, дата окончания, мерзім, мерзімі,
  аяқталу күні, الموعد, تاريخ الانتهاء
counted: counted, counting rule, method, методика, методика расчета, правило подсчета, порядок расчета, есептеу ережесі,
  есептеу әдісі, قاعدة العد, طريقة الحساب
source: source, data source, источник, источник данных, дереккөз, дерек көзі, المصدر, مصدر البيانات
owner: owner, accountable, responsible, ответственный, ответственное лицо, владелец, жауапты, иесі, المسؤول
because: because, why it can be done, почему достижимо, чем обеспечено, неге орындалады, لماذا يمكن
relevant: relevant, link to the priority, связь с приоритетом, басымдықпен байланысы, الصلة بالأولوية
"""

KINDS: Mapping[str, Kind] = {
    "readings": Kind("readings", ("date", "value"), _named(_READINGS)),
    "candidates": Kind("candidates", ("title",), _named(_CANDIDATES)),
    "goals": Kind("goals", ("metric", "target"), _named(_GOALS)),
}
"""Every kind of table."""

GUESSED = ("readings", "candidates")
"""Kinds that a table may be without being said: the one with more required fields is asked for first.

The register from which candidates came often holds their goals too, so that goals are only read where that is said.
"""

OTHER_TABLES: Mapping[str, frozenset[str]] = {
    "goals": frozenset({"challenge", "goal", "baseline", "target"}),
    "events": frozenset({"when", "event", "commit"}),
}
"""Tables of our own exports that are no import of themselves, by headers that only they have together."""

TOTALS = frozenset(
    {"total", "totals", "sum", "итого", "всего", "итог", "барлығы", "жиыны", "қорытынды"}
    | {"المجموع", "الإجمالي", "إجمالي", "مجموع"}
)
"""Words that open a line of sums, which is no row of its own; so do they before `for` and the like."""

SUMS_OF = (
    "grand total",
    "subtotal",
    "sub total",
    "total for",
    "итого по",
    "итого за",
    "всего по",
    "всего за",
    "оның ішінде",
)
"""How a line of sums begins that says what it sums."""

SIGNATURES = frozenset(
    {
        "исп",
        "исполнитель",
        "подготовил",
        "подготовила",
        "составил",
        "составила",
        "примечание",
        "орынд",
        "орындаушы",
    }
    | {"дайындаған", "ескерту", "prepared by", "compiled by", "note", "notes", "source"}
    | {"إعداد", "أعده", "أعدته", "ملاحظة", "المصدر"}
)
"""What opens the line below a table that says who made it: a text that stands alone in its row, up to its first mark."""
