var t=({data:e})=>{document.documentElement.lang=e};export{t as default};
