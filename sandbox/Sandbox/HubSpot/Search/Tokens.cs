namespace Dashboard.Sandbox.HubSpot.Search;

/// <summary>Text as search sees it: words without regard to case; a star stands for any rest.</summary>
public static class Tokens
{
    private static readonly char[] Edges = [' ', '\t', '\n', '\r', ',', ';', ':', '!', '?', '(', ')', '"', '\'', '<', '>', '/', '.', '@', '-', '–', '—'];

    public static bool Contains(string text, string wanted)
    {
        var words = text.Split(Edges, StringSplitOptions.RemoveEmptyEntries);
        return wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(token => Matches(text, words, token));
    }

    /// <summary>Every word of the query begins some word of the text.</summary>
    public static bool Finds(string text, string query)
    {
        foreach (var token in query.Split(Edges, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!BeginsSomeWord(text, token))
            {
                return false;
            }
        }

        return true;
    }

    private static bool BeginsSomeWord(string text, string token)
    {
        for (var at = text.IndexOf(token, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(token, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || Edges.Contains(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string text, string[] words, string token)
    {
        var (open, bare, closed) = (token.StartsWith('*'), token.Trim('*'), token.EndsWith('*'));
        if (bare.Any(Edges.Contains))
        {
            return text.Contains(bare, StringComparison.OrdinalIgnoreCase);
        }

        return words.Any(word => (open, closed) switch
        {
            (true, true) => word.Contains(bare, StringComparison.OrdinalIgnoreCase),
            (true, false) => word.EndsWith(bare, StringComparison.OrdinalIgnoreCase),
            (false, true) => word.StartsWith(bare, StringComparison.OrdinalIgnoreCase),
            _ => string.Equals(word, bare, StringComparison.OrdinalIgnoreCase),
        });
    }
}
