using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Ui;

/// <summary>Icons drawn for this product on a 16 px grid.</summary>
public sealed partial class Icon
{
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter]
    public int Size { get; set; } = 16;

    /// <summary>The icon without a component of its own: a board holds hundreds.</summary>
    public static MarkupString Draw(string name, int size = 16) => Drawn.GetOrAdd((name, size), static icon => new MarkupString(
        $"<svg class=\"icon\" width=\"{icon.Size}\" height=\"{icon.Size}\" viewBox=\"0 0 16 16\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">{Paths.GetValueOrDefault(icon.Name, "")}</svg>"));

    private static readonly ConcurrentDictionary<(string Name, int Size), MarkupString> Drawn = new();

    private static readonly Dictionary<string, string> Paths = new()
    {
        ["board"] = "<rect x='2' y='2.5' width='3.4' height='11' rx='1'/><rect x='6.8' y='2.5' width='3.4' height='7' rx='1'/><rect x='11.6' y='2.5' width='2.6' height='9' rx='1'/>",
        ["settings"] = "<circle cx='8' cy='8' r='2.2'/><path d='M8 1.8v1.8M8 12.4v1.8M1.8 8h1.8M12.4 8h1.8M3.6 3.6l1.3 1.3M11.1 11.1l1.3 1.3M12.4 3.6l-1.3 1.3M4.9 11.1l-1.3 1.3'/>",
        ["people"] = "<circle cx='6' cy='5.4' r='2.4'/><path d='M1.8 13.4c.4-2.6 2-4 4.2-4s3.8 1.4 4.2 4'/><path d='M10.6 3.3a2.2 2.2 0 0 1 0 4.2M12 9.8c1.3.6 2.1 1.8 2.3 3.6'/>",
        ["link"] = "<path d='M6.8 9.2l2.4-2.4M7.2 4.6l1.3-1.3a2.7 2.7 0 0 1 3.9 3.9l-1.3 1.3M8.8 11.4l-1.3 1.3a2.7 2.7 0 0 1-3.9-3.9l1.3-1.3'/>",
        ["fold"] = "<path d='M9.500 4.500L6 8l3.500 3.500'/>",
        ["close"] = "<path d='M4 4l8 8M12 4l-8 8'/>",
        ["more"] = "<circle cx='3.5' cy='8' r='.6' fill='currentColor'/><circle cx='8' cy='8' r='.6' fill='currentColor'/><circle cx='12.5' cy='8' r='.6' fill='currentColor'/>",
        ["search"] = "<circle cx='7' cy='7' r='4.2'/><path d='M10.2 10.2L14 14'/>",
        ["mail"] = "<rect x='2' y='3.5' width='12' height='9' rx='1.5'/><path d='M2.5 4.5L8 8.8l5.5-4.3'/>",
        ["call"] = "<path d='M4.2 2.5l1.9.3.9 2.7-1.3 1.2c.7 1.5 1.9 2.7 3.6 3.6l1.3-1.3 2.7.9.2 1.9c-.2 1-1 1.7-2 1.7C6.500 13.200 2.700 9.400 2.500 4.500c0-1 .7-1.800 1.700-2z'/>",
        ["check"] = "<rect x='2.5' y='2.5' width='11' height='11' rx='2.500'/><path d='M5.300 8.300l2 2 3.500-4'/>",
        ["done"] = "<path d='M3 8.500l3.200 3.200L13 4.800'/>",
        ["meeting"] = "<rect x='2.500' y='3.500' width='11' height='10' rx='1.500'/><path d='M2.500 6.500h11M5.500 2v3M10.500 2v3'/>",
        ["profile"] = "<circle cx='8' cy='5.500' r='2.500'/><path d='M3 13.500c.5-3 2.400-4.500 5-4.500s4.500 1.500 5 4.500'/>",
        ["task"] = "<circle cx='8' cy='8' r='5.500'/>",
        ["open"] = "<path d='M9.500 2.500h4v4M13.500 2.500L7.500 8.500M6.500 3.500h-3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-3'/>",
        ["moon"] = "<path d='M13 9.800A5.600 5.600 0 0 1 6.200 3a5.600 5.600 0 1 0 6.800 6.800z'/>",
        ["columns"] = "<rect x='2' y='3' width='12' height='10' rx='1.500'/><path d='M6 3v10M10 3v10'/>",
        ["list"] = "<path d='M5.500 4h8.500M5.500 8h8.500M5.500 12h8.500M2.500 4h.1M2.500 8h.1M2.500 12h.1'/>",
        ["record"] = "<rect x='2.500' y='3' width='11' height='10' rx='1.500'/><path d='M5 6.500h2.500v3H5zM9.800 6.500h1.700M9.800 9.500h1.700'/>",
        ["pin"] = "<path d='M6 2.500h4l-.6 4.200 2.100 2.100v1.200h-7V8.800l2.100-2.100zM8 10v4'/>",
        ["plus"] = "<path d='M8 3v10M3 8h10'/>",
        ["edit"] = "<path d='M3 13l.6-2.800 7-7 2.200 2.200-7 7zM9.200 4.600l2.200 2.200'/>",
        ["label"] = "<path d='M2.500 3v4.300l6.200 6.200 4.800-4.800L7.300 2.500H3a.5.5 0 0 0-.5.5z'/><circle cx='5.400' cy='5.400' r='.6' fill='currentColor'/>",
        ["trash"] = "<path d='M3 4.500h10M6.500 4.500v-2h3v2M4.500 4.500l.6 9h5.800l.6-9'/>",
        ["star"] = "<path d='M8 2.300l1.800 3.700 4 .6-2.900 2.800.7 4L8 11.500l-3.600 1.900.7-4L2.200 6.600l4-.6z'/>",
        ["target"] = "<circle cx='8' cy='8' r='5.500'/><circle cx='8' cy='8' r='2'/>",
        ["rows"] = "<path d='M2.500 4h11M2.500 8h11M2.500 12h11'/>",
        ["numbers"] = "<path d='M6.500 4h7.500M6.500 8h7.500M6.500 12h7.500M2.500 2.800l1-.5v3.400M2.300 10.600c.3-.9 1.900-.8 1.800.2-.1.700-1.800 1.500-1.800 2.200h1.900'/>",
        ["clock"] = "<circle cx='8' cy='8' r='5.800'/><path d='M8 4.800V8l2.200 1.500'/>",
        ["keys"] = "<rect x='1.800' y='4' width='12.400' height='8' rx='1.500'/><path d='M4.500 6.800v.1M6.800 6.800v.1M9.200 6.800v.1M11.500 6.800v.1M5.500 9.400h5'/>",
        ["changes"] = "<path d='M2.500 6h9M9 3.500L11.500 6 9 8.500M13.500 10.500h-9M7 8l-2.500 2.500L7 13'/>",
        ["repeat"] = "<path d='M3 7.500V6.500a2 2 0 0 1 2-2h7M10 2.500l2 2-2 2M13 8.500v1a2 2 0 0 1-2 2H4M6 13.500l-2-2 2-2'/>",
        ["undo"] = "<path d='M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M3 6.500L5.800 3.700M3 6.500l2.800 2.800'/>",
        ["out"] = "<path d='M6.500 2.500h-3a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h3M10 5l3 3-3 3M13 8H6.500'/>",
        ["warning"] = "<path d='M8 2.500l6 10.500H2z'/><path d='M8 6.500v3M8 11.300v.1'/>",
        ["colour"] = "<path d='M8 2.200c2.600 3 4.200 5.200 4.200 7.300a4.200 4.200 0 0 1-8.400 0c0-2.100 1.600-4.300 4.200-7.300z'/><path d='M8 11.500a2 2 0 0 1-2-2'/>",
        ["tray"] = "<path d='M2.500 9.500l2-6h7l2 6v3a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1zM2.500 9.500h3.500l1 1.500h2l1-1.500h3.500'/>",
        ["help"] = "<circle cx='8' cy='8' r='5.800'/><path d='M6.300 6.300c.2-1 1-1.500 1.800-1.500 1 0 1.700.7 1.700 1.500 0 1.300-1.800 1.300-1.800 2.600M8 11.200v.1'/>",
    };
}
