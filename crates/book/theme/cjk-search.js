// Stock search splits a text at its spaces, and so never finds a
// Chinese word. What has Chinese signs in it is looked for as it is.
(() => {
  if (!window.elasticlunr) return;
  const stock = elasticlunr.Index.load;
  elasticlunr.Index.load = json => {
    const index = stock.call(elasticlunr.Index, json);
    const search = index.search.bind(index);
    index.search = (query, options) => {
      if (!/[\u3400-\u9fff]/.test(query)) return search(query, options);
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const found = [];
      for (const doc of Object.values(json.documentStore.docs)) {
        const title = doc.title.toLowerCase();
        const text = `${title} ${doc.body.toLowerCase()}`;
        if (!words.every(word => text.includes(word))) continue;
        const inTitle = words.filter(word => title.includes(word)).length;
        const times = words.reduce((sum, word) => sum + text.split(word).length - 1, 0);
        found.push({ ref: doc.id, doc, score: inTitle * 100 + times });
      }
      return found.sort((one, other) => other.score - one.score);
    };
    return index;
  };
})();
