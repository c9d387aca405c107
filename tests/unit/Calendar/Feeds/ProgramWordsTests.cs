using Dashboard.Web.Features.Feeds;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Feeds;

public sealed class ProgramWordsTests
{
    [Theory]
    [InlineData(null, "an unknown program")]
    [InlineData("Google-Calendar-Importer", "Google Calendar")]
    [InlineData("Mozilla/5.0 (compatible; Google-Calendar-Importer; +http://www.google.com)", "Google Calendar")]
    [InlineData("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)", "Outlook")]
    [InlineData("iOS/17.5 (21F79) dataaccessd/1.0", "Apple Calendar")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.0", "Thunderbird")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) Chrome/120", "a browser")]
    [InlineData("curl/8.5.0", "curl")]
    public void Programs_have_names(string? agent, string name) => Assert.Equal(name, ProgramWords.Of(agent));
}
