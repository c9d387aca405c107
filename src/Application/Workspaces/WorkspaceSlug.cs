using System.Globalization;
using System.Text;

namespace Dashboard.Application.Workspaces;

/// <summary>A workspace's name as part of an address.</summary>
public static class WorkspaceSlug
{
    private const int Longest = 40;

    /// <summary>Lower-case ASCII letters, digits and single hyphens; <c>team</c> when the name has none of those.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder(Longest);
        foreach (var letter in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (slug.Length >= Longest)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length > 0 ? text : "team";
    }
}
