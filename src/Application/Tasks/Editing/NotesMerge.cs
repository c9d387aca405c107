using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Dashboard.Application.Tasks.Editing;

/// <summary>
/// Puts edited notes over the original ones. The editor shows only what <see cref="SafeHtml"/> lets through; whatever it did not show stays in
/// every part that was not edited, and what was typed is rebuilt from the allow-list.
/// </summary>
public static class NotesMerge
{
    /// <returns>Null for empty notes.</returns>
    public static string? Apply(string? original, string edited)
    {
        var wanted = SafeHtml.Rebuild(edited);
        if (wanted == SafeHtml.Rebuild(original))
        {
            return string.IsNullOrEmpty(original) ? null : original;
        }

        if (string.IsNullOrWhiteSpace(wanted))
        {
            return null;
        }

        return Merge(original, wanted);
    }

    /// <summary>HubSpot's own screens wrap all notes in one block: what counts then are the pieces in it.</summary>
    private static string Merge(string? original, string wanted)
    {
        if (Wrapper.Of(original) is { } outer && Wrapper.Of(wanted) is { } inner)
        {
            return outer.Open + Merge(outer.Content, inner.Content) + outer.Close;
        }

        var before = Parts(original);
        var after = Parts(wanted);
        var kept = Matches([.. before.Select(p => p.Shown)], [.. after.Select(p => p.Shown)]);
        var text = new StringBuilder();
        for (var i = 0; i < after.Count; i++)
        {
            text.Append(kept.TryGetValue(i, out var source) ? before[source].Source : after[i].Source);
        }

        return text.ToString();
    }

    /// <summary>Pieces of the top level; what shows nothing belongs to the piece before it.</summary>
    private static List<(string Source, string Shown)> Parts(string? html)
    {
        var parts = new List<(string Source, string Shown)>();
        using var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        foreach (var node in document.Body!.ChildNodes)
        {
            var source = node.ToHtml();
            var shown = SafeHtml.Rebuild(source);
            if (shown.Length == 0 && parts.Count > 0)
            {
                parts[^1] = (parts[^1].Source + source, parts[^1].Shown);
            }
            else
            {
                parts.Add((source, shown));
            }
        }

        return parts;
    }

    /// <summary>One block around everything.</summary>
    private sealed record Wrapper(string Open, string Content, string Close)
    {
        public static Wrapper? Of(string? html)
        {
            using var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
            var nodes = document.Body!.ChildNodes.Where(node => node is not IText { Data: var text } || !string.IsNullOrWhiteSpace(text)).ToList();
            if (nodes is not [IElement { LocalName: "div", FirstElementChild: not null } block])
            {
                return null;
            }

            var shell = block.Clone(deep: false).ToHtml();
            var end = shell.LastIndexOf("</", StringComparison.Ordinal);
            return new Wrapper(shell[..end], block.InnerHtml, shell[end..]);
        }
    }

    /// <summary>Longest common run of shown pieces: index of the new piece to index of the old one.</summary>
    private static Dictionary<int, int> Matches(string[] old, string[] wanted)
    {
        var length = new int[old.Length + 1, wanted.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = wanted.Length - 1; j >= 0; j--)
            {
                length[i, j] = old[i] == wanted[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var matches = new Dictionary<int, int>();
        for (int i = 0, j = 0; i < old.Length && j < wanted.Length;)
        {
            if (old[i] == wanted[j])
            {
                matches[j++] = i++;
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return matches;
    }
}
