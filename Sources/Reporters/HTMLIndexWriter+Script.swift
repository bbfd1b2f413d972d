/// What makes the table filter and sort, and how the page differs in look from the report of single documents.
extension HTMLIndexWriter {
  static let styleSheet = """
    .filters { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: end; margin: 0 0 1.2rem; }
    .filters label { display: grid; gap: .2rem; font-size: .8rem; color: var(--soft); }
    .filters select, .filters input, .filters button { font: inherit; font-size: .95rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--line); padding: .25rem .4rem; max-width: 16rem; }
    .filters p { flex-basis: 100%; margin: 0; font-size: .9rem; color: var(--soft); }
    .batch { width: 100%; border-collapse: collapse; font-size: .92rem; background: var(--sheet); }
    .batch th, .batch td { text-align: start; vertical-align: baseline; padding: .4rem .7rem; border-bottom: 1px solid var(--line); }
    .batch thead th { font-size: .8rem; color: var(--soft); white-space: nowrap; }
    .batch thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline dotted; }
    .batch [aria-sort="ascending"] button::after { content: " ▲"; }
    .batch [aria-sort="descending"] button::after { content: " ▼"; }
    .batch .document-row th { font-weight: 650; overflow-wrap: anywhere; }
    .batch .finding { font-size: .88rem; }
    .batch .finding .place { text-align: end; color: var(--soft); font-variant-numeric: tabular-nums; }
    .batch .error .severity { color: var(--error); font-weight: 650; }
    .batch .warning .severity { color: var(--warning); font-weight: 650; }
    .batch .note .severity { color: var(--note); font-weight: 650; }
    .batch .answered { opacity: .65; }
    .batch q { font-family: var(--serif); font-style: italic; color: var(--soft); }
    .filters[hidden], .batch [hidden] { display: none; }
    @media print { .filters { display: none; } }
    """

  /// The SHA-256 of ``script`` in base 64, as the content security policy names it. A test holds the two together.
  static let scriptHash = "u6wS856Dpud9TzXlLIrw9Ftq1u39mli88Hzshci7dVc="

  /// Plain ECMAScript 2017 without libraries. Rows carry what they are filtered by as data attributes.
  static let script = """
    (function () {
      'use strict';
      var form = document.getElementById('filters');
      var table = document.getElementById('batch');
      var groups = Array.from(table.querySelectorAll('tbody')).map(function (body) {
        var rows = Array.from(body.querySelectorAll('tr'));
        return { body: body, head: rows[0], rows: rows.slice(1), words: rows.map(function (row) { return row.textContent.toLowerCase(); }) };
      });
      var controls = Array.from(form.querySelectorAll('select'));
      var search = form.querySelectorAll('input')[0];
      var ofDocument = ['verdict', 'market', 'product'];
      var verdicts = ['clear', 'review', 'blocked'];

      function fits(data, control) {
        if (control.value === '') return true;
        var wanted = control.value.slice(1);
        var value = data[control.name];
        if (control.name !== 'jurisdiction') return value === wanted;
        return wanted === '' ? value === '' : value.split(' ').indexOf(wanted) >= 0;
      }

      function filter() {
        var documents = 0, findings = 0;
        var documentControls = controls.filter(function (c) { return ofDocument.indexOf(c.name) >= 0; });
        var findingControls = controls.filter(function (c) { return ofDocument.indexOf(c.name) < 0; });
        var words = search.value.trim().toLowerCase();
        var narrows = findingControls.some(function (c) { return c.value !== ''; });
        groups.forEach(function (group) {
          var isIn = documentControls.every(function (c) { return fits(group.body.dataset, c); });
          var named = words !== '' && group.words[0].indexOf(words) >= 0;
          var shown = 0;
          group.rows.forEach(function (row, i) {
            var show = isIn && findingControls.every(function (c) { return fits(row.dataset, c); })
              && (words === '' || named || group.words[i + 1].indexOf(words) >= 0);
            row.hidden = !show;
            if (show) shown += 1;
          });
          var showGroup = isIn && (shown > 0 || (!narrows && (words === '' || named)));
          group.body.hidden = !showGroup;
          if (showGroup) documents += 1;
          findings += shown;
        });
        document.getElementById('shown').textContent = documents + ' of ' + groups.length + ' documents, ' + findings + ' findings';
      }

      function rank(group, key) {
        var value = group.body.dataset[key];
        if (key === 'findings') return Number(value);
        return key === 'verdict' ? verdicts.indexOf(value) : value;
      }

      function sort(header) {
        var key = header.dataset.key;
        var direction = header.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        header.setAttribute('aria-sort', direction);
        var sign = direction === 'ascending' ? 1 : -1;
        groups.sort(function (a, b) {
          var x = rank(a, key), y = rank(b, key);
          if (x < y) return -sign;
          if (x > y) return sign;
          return Number(a.body.dataset.order) - Number(b.body.dataset.order);
        });
        groups.forEach(function (group) { table.appendChild(group.body); });
      }

      var heads = Array.from(table.querySelectorAll('th')).filter(function (head) { return head.dataset.key; });
      heads.forEach(function (head) {
        var button = document.createElement('button');
        button.type = 'button';
        button.textContent = head.textContent;
        head.textContent = '';
        head.appendChild(button);
        button.addEventListener('click', function () { sort(head); });
      });
      form.addEventListener('input', filter);
      form.addEventListener('reset', function () { setTimeout(filter, 0); });
      form.addEventListener('submit', function (event) { event.preventDefault(); });
      form.hidden = false;
      filter();
    })();
    """
}
